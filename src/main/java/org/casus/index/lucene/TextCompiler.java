package org.casus.index.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.casus.query.Field;
import org.casus.query.SearchText;
import org.casus.query.SearchText.Clause;
import org.casus.vocabulary.ResourceKind;

/**
 * Makes Lucene queries of search text. A clause is met by the title, by the text, or by a name of something that the
 * document refers to; names are looked up first, as they stood at the revision asked of, so that no document is
 * written anew when a name changes. Each clause scores by the best place that meets it and by nothing else, so that
 * relevance never depends on what else is in the index.
 */
final class TextCompiler {

    private static final float IN_TITLE = 3;
    private static final float IN_NAME = 2;
    private static final float IN_TEXT = 1;

    private final FoldingAnalyzer analyzer;
    private final Look look;

    TextCompiler(FoldingAnalyzer analyzer, Look look) {
        this.analyzer = analyzer;
        this.look = look;
    }

    void add(BooleanQuery.Builder all, SearchText text, ResourceKind kind) {
        for (Clause clause : text.clauses()) {
            List<String> words = analyzer.words(clause.text());
            if (!words.isEmpty()) {
                all.add(clause(clause, words, kind), clause.excluded() ? Occur.MUST_NOT : Occur.MUST);
            }
        }
    }

    private Query clause(Clause clause, List<String> words, ResourceKind kind) {
        List<Query> places = new ArrayList<>();
        places.add(scored(in(LuceneNames.TITLE, clause, words), IN_TITLE));
        places.add(scored(in(LuceneNames.TEXT, clause, words), IN_TEXT));
        if (kind == ResourceKind.EVENT || kind == ResourceKind.STATEMENT) {
            for (Field field : Field.of(kind)) {
                for (ResourceKind referred : field.refersTo()) {
                    // who has a role takes part, and is found by that
                    if (field.descends(referred) && field.role().isEmpty()) {
                        places.add(scored(named(field, referred, in(LuceneNames.TITLE, clause, words)), IN_NAME));
                    }
                }
            }
        }
        return new DisjunctionMaxQuery(places, 0);
    }

    private static Query scored(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Query in(String field, Clause clause, List<String> words) {
        if (words.size() > 1 && clause.form() == SearchText.Form.PREFIX) {
            return beginning(field, words);
        }
        if (words.size() > 1) {
            return new PhraseQuery(field, words.toArray(String[]::new));
        }
        Term term = new Term(field, words.get(0));
        return clause.form() == SearchText.Form.PREFIX ? new PrefixQuery(term) : new TermQuery(term);
    }

    /** All of the words, the last of them begun: {@code counter-off*}. */
    private static Query beginning(String field, List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.subList(0, words.size() - 1).forEach(word -> all.add(new TermQuery(new Term(field, word)), Occur.FILTER));
        return all.add(new PrefixQuery(new Term(field, words.get(words.size() - 1))), Occur.FILTER).build();
    }

    /** Refers to something of that kind that has such a name. */
    private Query named(Field field, ResourceKind kind, Query name) {
        Set<BytesRef> terms = new LinkedHashSet<>();
        for (Vantage vantage : look.vantages()) {
            BooleanQuery.Builder query = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(LuceneNames.KIND, kind.token())), Occur.FILTER)
                    .add(name, Occur.FILTER);
            vantage.restriction().forEach(restriction -> query.add(restriction, Occur.FILTER));
            Look.keys(vantage.searcher(kind), query.build()).forEach(key -> terms.add(
                    new BytesRef(LuceneNames.term(field, kind, LuceneNames.keyOf(key).id()))));
        }
        return new TermInSetQuery(LuceneNames.direct(field), terms);
    }
}
