package org.casus.index.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.casus.directory.DirectoryView.Below;
import org.casus.edtf.TimeRange;
import org.casus.query.Field;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.vocabulary.ResourceKind;

/** Makes Lucene queries of ours, for one part of one view of the model. */
final class QueryCompiler {

    private final Vantage vantage;
    private final Look look;
    private final TextCompiler texts;
    private final Segments segments;

    QueryCompiler(Vantage vantage, Look look, TextCompiler texts, Segments segments) {
        this.vantage = vantage;
        this.look = look;
        this.texts = texts;
        this.segments = segments;
    }

    BooleanQuery compile(ListQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (query.kind() != ResourceKind.EVENT) {
            all.add(new TermQuery(new Term(LuceneNames.KIND, query.kind().token())), Occur.FILTER);
        }
        for (Filter filter : query.filters()) {
            add(all, filter, query.kind());
        }
        vantage.restriction().forEach(restriction -> all.add(restriction, Occur.FILTER));
        BooleanQuery compiled = all.build();
        // exclusions exclude from something
        boolean onlyExclusions = compiled.clauses().stream().allMatch(clause -> clause.getOccur() == Occur.MUST_NOT);
        return onlyExclusions ? all.add(new MatchAllDocsQuery(), Occur.FILTER).build() : compiled;
    }

    private void add(BooleanQuery.Builder all, Filter filter, ResourceKind kind) {
        if (filter instanceof Filter.During during) {
            all.add(kind == ResourceKind.EVENT
                    ? new OverlapQuery(during.time(), segments)
                    : overlap(during.time()), Occur.FILTER);
        } else if (filter instanceof Filter.Text text) {
            texts.add(all, text.text(), kind);
        } else if (filter instanceof Filter.Values values) {
            add(all, values);
        }
    }

    private void add(BooleanQuery.Builder all, Filter.Values values) {
        List<Query> queries = values.values().stream().map(value -> value(values.field(), value)).toList();
        switch (values.match()) {
            case ALL -> queries.forEach(query -> all.add(query, Occur.FILTER));
            case NONE -> queries.forEach(query -> all.add(query, Occur.MUST_NOT));
            case ANY -> all.add(anyOf(queries), Occur.FILTER);
        }
    }

    private Query value(Field field, String value) {
        if (field.refersTo().isEmpty()) {
            return new TermQuery(new Term(LuceneNames.of(field), value));
        }
        if (field == Field.RELATED_TO) {
            return related(value);
        }
        return anyOf(field.refersTo().stream().map(kind -> reference(field, kind, value)).toList());
    }

    private Query reference(Field field, ResourceKind kind, String id) {
        if (!field.descends(kind)) {
            return new TermQuery(new Term(LuceneNames.direct(field), LuceneNames.term(field, kind, id)));
        }
        if (vantage.ancestorsHold(kind)) {
            return new TermQuery(new Term(LuceneNames.of(field), LuceneNames.term(field, kind, id)));
        }
        return expanded(field, kind, vantage.directory().below(kind, id));
    }

    /** All that stands below, in groups that do so at the same time. */
    private static Query expanded(Field field, ResourceKind kind, List<Below> below) {
        Map<TimeRange, List<BytesRef>> groups = new LinkedHashMap<>();
        below.forEach(one -> groups.computeIfAbsent(one.during(), during -> new ArrayList<>())
                .add(new BytesRef(LuceneNames.term(field, kind, one.id()))));
        List<Query> queries = new ArrayList<>();
        groups.forEach((during, terms) -> {
            Query refers = new TermInSetQuery(LuceneNames.direct(field), terms);
            queries.add(during.equals(TimeRange.ALWAYS) ? refers : new BooleanQuery.Builder()
                    .add(refers, Occur.FILTER)
                    .add(overlap(during), Occur.FILTER)
                    .build());
        });
        return anyOf(queries);
    }

    /** Relations count in both directions. */
    private Query related(String event) {
        List<BytesRef> keys = look.relationsOf(event).stream()
                .map(id -> new BytesRef(LuceneNames.key(ResourceKind.EVENT, id)))
                .toList();
        return anyOf(List.of(
                new TermQuery(new Term(LuceneNames.direct(Field.RELATED_TO), event)),
                new TermInSetQuery(LuceneNames.KEY, keys)));
    }

    private static Query overlap(TimeRange time) {
        BooleanQuery.Builder overlap = new BooleanQuery.Builder();
        overlap.add(LongPoint.newRangeQuery(LuceneNames.EARLIEST, Long.MIN_VALUE, time.latestMillis()), Occur.FILTER);
        overlap.add(LongPoint.newRangeQuery(LuceneNames.LATEST, time.earliestMillis(), Long.MAX_VALUE), Occur.FILTER);
        return overlap.build();
    }

    static Query anyOf(Collection<Query> queries) {
        if (queries.size() == 1) {
            return queries.iterator().next();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return new ConstantScoreQuery(any.build());
    }
}
