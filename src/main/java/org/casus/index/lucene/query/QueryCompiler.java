package org.casus.index.lucene.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.DoublePoint;
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
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.index.lucene.segment.QueryBudget;
import org.casus.index.lucene.segment.SegmentCache;
import org.casus.index.lucene.segment.TimeWindowQuery;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;
import org.casus.query.AsOf;
import org.casus.query.Filter;
import org.casus.query.field.Field;
import org.casus.query.field.Match;
import org.casus.readmodel.names.DirectoryView.Below;

/** Compiles filters to a Lucene query for one index view. */
final class QueryCompiler {

    private final IndexView view;
    private final QueryContext context;
    private final TextQueryCompiler texts;
    private final SegmentCache cache;
    private final QueryBudget budget;

    QueryCompiler(IndexView view, QueryContext context, TextQueryCompiler texts, SegmentCache cache, QueryBudget budget) {
        this.view = view;
        this.context = context;
        this.texts = texts;
        this.cache = cache;
        this.budget = budget;
    }

    BooleanQuery compile(ResourceKind kind, List<Filter> filters) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (kind != ResourceKind.EVENT) {
            all.add(new TermQuery(new Term(LuceneFields.KIND, kind.token())), Occur.FILTER);
        }
        for (Filter filter : filters) {
            add(all, filter, kind);
        }
        view.restriction().forEach(restriction -> all.add(restriction, Occur.FILTER));
        BooleanQuery compiled = all.build();
        // a Boolean query with exclusions alone matches nothing
        boolean onlyExclusions = compiled.clauses().stream().allMatch(clause -> clause.getOccur() == Occur.MUST_NOT);
        return onlyExclusions ? all.add(new MatchAllDocsQuery(), Occur.FILTER).build() : compiled;
    }

    private void add(BooleanQuery.Builder all, Filter filter, ResourceKind kind) {
        if (filter instanceof Filter.Values values) {
            add(all, values.match(), each(values, value -> value(values, value)));
        } else if (filter instanceof Filter.Participation of) {
            add(all, of.actors().match(), each(of.actors(), actor -> participation(of, actor)));
        } else if (filter instanceof Filter.Text text) {
            texts.add(all, text.text(), kind);
        } else {
            all.add(condition(filter, kind), Occur.FILTER);
        }
    }

    private Query condition(Filter filter, ResourceKind kind) {
        if (filter instanceof Filter.During during) {
            return during(during, kind);
        }
        if (filter instanceof Filter.InArea in) {
            return in(in.area());
        }
        if (filter instanceof Filter.Near near) {
            return new BooleanQuery.Builder()
                    .add(in(near.circle().bounds()), Occur.FILTER)
                    .add(new PointInShapeQuery(new PointInShapeQuery.InCircle(near.circle())), Occur.FILTER)
                    .build();
        }
        if (filter instanceof Filter.Deaths deaths) {
            return LongPoint.newRangeQuery(LuceneFields.BEST, deaths.least(), deaths.most());
        }
        if (filter instanceof Filter.Publishers publishers) {
            return LongPoint.newRangeQuery(LuceneFields.PUBLISHERS, publishers.least(), Long.MAX_VALUE);
        }
        if (filter instanceof Filter.ChangedSince changed && changed.since() instanceof AsOf.Number since) {
            return LongPoint.newRangeQuery(LuceneFields.BEGAN, since.revision() + 1, Long.MAX_VALUE);
        }
        if (filter instanceof Filter.Where where) {
            return new ConditionCompiler(kind, view.directory(), budget).compile(where.condition());
        }
        throw new IllegalArgumentException("not to be asked of an index: " + filter);
    }

    private Query during(Filter.During during, ResourceKind kind) {
        if (kind == ResourceKind.EVENT) {
            return new TimeWindowQuery(during.time(), during.certain(), cache);
        }
        return during.certain() ? within(during.time()) : overlap(during.time());
    }

    private static List<Query> each(Filter.Values values, Function<String, Query> query) {
        return values.values().stream().map(query).toList();
    }

    private static void add(BooleanQuery.Builder all, Match match, List<Query> queries) {
        switch (match) {
            case ALL -> queries.forEach(query -> all.add(query, Occur.FILTER));
            case NONE -> queries.forEach(query -> all.add(query, Occur.MUST_NOT));
            case ANY, IS -> all.add(anyOf(queries), Occur.FILTER);
        }
    }

    private Query value(Filter.Values values, String value) {
        Field field = values.field();
        if (field.refersTo().isEmpty()) {
            return new TermQuery(new Term(LuceneFields.of(field), value));
        }
        if (field == Field.RELATED_TO) {
            return related(value);
        }
        boolean alone = values.match() == Match.IS;
        return anyOf(field.refersTo().stream().map(kind -> reference(
                new References(LuceneFields.of(field), LuceneFields.direct(field), id -> LuceneFields.term(field, kind, id)),
                kind, value, !alone && field.descends(kind))).toList());
    }

    /** Returns the query for events in which the actor has one of the roles. */
    private Query participation(Filter.Participation of, String actor) {
        boolean alone = of.actors().match() == Match.IS;
        return anyOf(of.roles().stream().map(role -> reference(
                new References(LuceneFields.PARTICIPATION, LuceneFields.DIRECT_PARTICIPATION,
                        id -> LuceneFields.participation(role, id)),
                ResourceKind.ACTOR, actor, !alone)).toList());
    }

    /** The fields of one type of reference, with ancestors and as written, and the function that makes a term of an id. */
    private record References(String withAncestors, String direct, UnaryOperator<String> term) {
    }

    private Query reference(References references, ResourceKind kind, String id, boolean descending) {
        if (!descending) {
            return new TermQuery(new Term(references.direct, references.term.apply(id)));
        }
        if (view.ancestorsHold(kind)) {
            return new TermQuery(new Term(references.withAncestors, references.term.apply(id)));
        }
        return expanded(references, view.directory().below(kind, id));
    }

    /**
     * Returns the query for direct references to any descendant. Descendants are grouped by the time range in which they
     * are descendants.
     */
    private static Query expanded(References references, List<Below> below) {
        Map<TimeRange, List<BytesRef>> groups = new LinkedHashMap<>();
        below.forEach(one -> groups.computeIfAbsent(one.during(), during -> new ArrayList<>())
                .add(new BytesRef(references.term.apply(one.id()))));
        List<Query> queries = new ArrayList<>();
        groups.forEach((during, terms) -> {
            Query refers = new TermInSetQuery(references.direct, terms);
            queries.add(during.equals(TimeRange.ALWAYS) ? refers : new BooleanQuery.Builder()
                    .add(refers, Occur.FILTER)
                    .add(overlap(during), Occur.FILTER)
                    .build());
        });
        return anyOf(queries);
    }

    /** Returns the query for related events. Relations match in both directions. */
    private Query related(String event) {
        List<BytesRef> keys = context.relationsOf(event).stream()
                .map(id -> new BytesRef(LuceneFields.key(ResourceKind.EVENT, id)))
                .toList();
        return anyOf(List.of(
                new TermQuery(new Term(LuceneFields.direct(Field.RELATED_TO), event)),
                new TermInSetQuery(LuceneFields.KEY, keys)));
    }

    private static Query overlap(TimeRange time) {
        BooleanQuery.Builder overlap = new BooleanQuery.Builder();
        overlap.add(LongPoint.newRangeQuery(LuceneFields.EARLIEST, Long.MIN_VALUE, time.latestMillis()), Occur.FILTER);
        overlap.add(LongPoint.newRangeQuery(LuceneFields.LATEST, time.earliestMillis(), Long.MAX_VALUE), Occur.FILTER);
        return overlap.build();
    }

    private static Query within(TimeRange time) {
        BooleanQuery.Builder within = new BooleanQuery.Builder();
        within.add(LongPoint.newRangeQuery(LuceneFields.EARLIEST, time.earliestMillis(), Long.MAX_VALUE), Occur.FILTER);
        within.add(LongPoint.newRangeQuery(LuceneFields.LATEST, Long.MIN_VALUE, time.latestMillis()), Occur.FILTER);
        return within.build();
    }

    static Query in(BoundingBox box) {
        return anyOf(box.longitudes().stream()
                .map(span -> DoublePoint.newRangeQuery(LuceneFields.POINT,
                        new double[] {box.south(), span.west()}, new double[] {box.north(), span.east()}))
                .toList());
    }

    static Query anyOf(Collection<? extends Query> queries) {
        if (queries.size() == 1) {
            return queries.iterator().next();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return new ConstantScoreQuery(any.build());
    }
}
