package org.casus.index.lucene.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.casus.index.lucene.segment.FoldingAnalyzer;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.model.ResourceKind;
import org.casus.query.SearchText;
import org.casus.query.SearchText.Clause;
import org.casus.query.SearchText.Form;
import org.casus.query.field.Field;

/**
 * Compiles search text to Lucene queries. A clause matches the title, the text, or a name of a resource that the document
 * refers to. Names are looked up first, as of the requested revision, so that documents need no update when a name
 * changes. A clause that is a whole name of a place or an actor also matches its other names. Each clause scores by its
 * best match alone, so relevance never depends on the rest of the index.
 */
public final class TextQueryCompiler {

    /** The resource types whose names are synonyms of one another. */
    public static final Set<ResourceKind> NAMED = Set.of(ResourceKind.PLACE, ResourceKind.ACTOR);

    private static final float IN_TITLE = 3;
    private static final float IN_NAME = 2;
    private static final float IN_TEXT = 1;

    private final FoldingAnalyzer analyzer;
    private final QueryContext context;
    private final WordLookup lookup;
    /** The compiled clauses. A query is compiled once for each index view, and its clauses mean the same in all of them. */
    private final Map<Clause, Query> compiled = new HashMap<>();

    TextQueryCompiler(FoldingAnalyzer analyzer, QueryContext context) {
        this.analyzer = analyzer;
        this.context = context;
        this.lookup = new WordLookup(context);
    }

    void add(BooleanQuery.Builder all, SearchText text, ResourceKind kind) {
        for (Clause clause : text.clauses()) {
            List<String> words = analyzer.words(clause.text());
            if (!words.isEmpty()) {
                Query query = compiled.computeIfAbsent(clause, c -> clause(c, words, kind));
                all.add(query, clause.excluded() ? Occur.MUST_NOT : Occur.MUST);
            }
        }
    }

    private Query clause(Clause clause, List<String> words, ResourceKind kind) {
        if (clause.form() == Form.PREFIX) {
            lookup.checkPrefix(clause.text(), words.get(words.size() - 1), kind);
        }
        List<List<String>> wordings = clause.form() == Form.PREFIX ? List.of(words) : lookup.wordings(words);
        Query inTitle = in(LuceneFields.TITLE, clause.form(), wordings);
        List<Query> places = new ArrayList<>();
        places.add(scored(inTitle, IN_TITLE));
        places.add(scored(in(LuceneFields.TEXT, clause.form(), wordings), IN_TEXT));
        if (kind == ResourceKind.EVENT || kind == ResourceKind.STATEMENT) {
            addNamed(places, inTitle, kind);
        }
        return new DisjunctionMaxQuery(places, 0);
    }

    /** Adds queries for documents that refer to a resource with a matching name. */
    private void addNamed(List<Query> places, Query name, ResourceKind kind) {
        Map<ResourceKind, List<String>> named = new EnumMap<>(ResourceKind.class);
        for (Field field : Field.of(kind)) {
            for (ResourceKind referred : field.refersTo()) {
                // a field with a role refers to participants, and ACTOR_IN covers every participant
                if (field.descends(referred) && field.role().isEmpty()) {
                    List<BytesRef> terms = named.computeIfAbsent(referred, of -> named(of, name)).stream()
                            .map(id -> new BytesRef(LuceneFields.term(field, referred, id))).toList();
                    places.add(scored(new TermInSetQuery(LuceneFields.direct(field), terms), IN_NAME));
                }
            }
        }
    }

    private List<String> named(ResourceKind kind, Query name) {
        List<String> ids = new ArrayList<>();
        for (IndexView view : context.vantages()) {
            BooleanQuery.Builder query = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(LuceneFields.KIND, kind.token())), Occur.FILTER)
                    .add(name, Occur.FILTER);
            view.restriction().forEach(restriction -> query.add(restriction, Occur.FILTER));
            QueryContext.keys(view.searcher(kind), query.build(), key -> ids.add(LuceneFields.keyOf(key).id()));
        }
        return ids;
    }

    private static Query scored(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Query in(String field, Form form, List<List<String>> wordings) {
        return QueryCompiler.anyOf(wordings.stream().map(words -> in(field, form, words, words.size() - 1)).toList());
    }

    private static Query in(String field, Form form, List<String> words, int last) {
        if (last > 0 && form == Form.PREFIX) {
            return beginning(field, words);
        }
        if (last > 0) {
            return new PhraseQuery(field, words.toArray(String[]::new));
        }
        Term term = new Term(field, words.get(0));
        return form == Form.PREFIX ? new PrefixQuery(term) : new TermQuery(term);
    }

    /** Returns the query for documents that contain all words, where the last one is a prefix: {@code counter-off*}. */
    private static Query beginning(String field, List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.subList(0, words.size() - 1).forEach(word -> all.add(new TermQuery(new Term(field, word)), Occur.FILTER));
        return all.add(new PrefixQuery(new Term(field, words.get(words.size() - 1))), Occur.FILTER).build();
    }
}
