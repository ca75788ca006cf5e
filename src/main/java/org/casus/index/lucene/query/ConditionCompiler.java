package org.casus.index.lucene.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.index.lucene.segment.QueryBudget;
import org.casus.model.ResourceKind;
import org.casus.model.geo.BoundingBox;
import org.casus.query.condition.Condition;
import org.casus.query.condition.Geometry.Part;
import org.casus.query.condition.Property;
import org.casus.query.condition.TextPredicate;
import org.casus.readmodel.names.DirectoryView;

/**
 * Compiles conditions to Lucene queries. A condition is true, false or unknown. A query finds either the documents for
 * which it is true or those for which it is false, so a negation swaps the two and never finds documents for which it is
 * unknown.
 */
final class ConditionCompiler {

    private final ResourceKind kind;
    private final DirectoryView names;
    private final QueryBudget budget;

    /**
     * Creates a compiler for one resource type.
     *
     * @param names the names as of the requested revision
     */
    ConditionCompiler(ResourceKind kind, DirectoryView names, QueryBudget budget) {
        this.kind = kind;
        this.names = names;
        this.budget = budget;
    }

    /** Returns the query for documents for which the condition is true. */
    Query compile(Condition condition) {
        return compile(condition, true);
    }

    private Query compile(Condition condition, boolean wanted) {
        if (condition instanceof Condition.Not not) {
            return compile(not.condition(), !wanted);
        }
        if (condition instanceof Condition.AllOf all) {
            return wanted ? all(all.conditions(), true) : any(all.conditions(), false);
        }
        if (condition instanceof Condition.AnyOf any) {
            return wanted ? any(any.conditions(), true) : all(any.conditions(), false);
        }
        if (condition instanceof Condition.Constant constant) {
            return constant.value() == wanted ? new MatchAllDocsQuery() : new MatchNoDocsQuery();
        }
        if (condition instanceof Condition.Absent absent) {
            return wanted ? without(new MatchAllDocsQuery(), having(absent.property())) : having(absent.property());
        }
        if (condition instanceof Condition.Worded worded) {
            Query found = worded(worded.property(), worded.wording());
            return wanted ? found : without(having(worded.property()), found);
        }
        if (condition instanceof Condition.Between between) {
            Query known = between.open() ? new MatchAllDocsQuery() : having(between.property());
            Query found = between(between);
            return wanted ? found : without(known, found);
        }
        Query found = located((Condition.Located) condition);
        return wanted ? found : without(having(Property.GEOMETRY), found);
    }

    private Query all(List<Condition> conditions, boolean wanted) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        conditions.forEach(condition -> all.add(compile(condition, wanted), Occur.FILTER));
        return all.build();
    }

    private Query any(List<Condition> conditions, boolean wanted) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        conditions.forEach(condition -> any.add(compile(condition, wanted), Occur.SHOULD));
        return new ConstantScoreQuery(any.build());
    }

    private static Query without(Query some, Query others) {
        return new BooleanQuery.Builder().add(some, Occur.FILTER).add(others, Occur.MUST_NOT).build();
    }

    /** Returns the query for documents that have a value. */
    private Query having(Property property) {
        return switch (property) {
            case ID, REVISION -> new MatchAllDocsQuery();
            case EARLIEST -> LongPoint.newRangeQuery(LuceneFields.EARLIEST, Long.MIN_VALUE + 1, Long.MAX_VALUE);
            case LATEST -> LongPoint.newRangeQuery(LuceneFields.LATEST, Long.MIN_VALUE, Long.MAX_VALUE - 1);
            case FATALITIES_LOW, FATALITIES_BEST, FATALITIES_HIGH -> new FieldExistsQuery(LuceneFields.number(property));
            case GEOMETRY -> DoublePoint.newRangeQuery(LuceneFields.POINT, new double[] {-90, -180}, new double[] {90, 180});
            case UPDATED_AT -> new MatchAllDocsQuery();
            default -> wording(property.naming().map(Property.Naming::id).orElse(property),
                    property.naming().flatMap(Property.Naming::role).map(role -> LuceneFields.participation(role, "")).orElse(""),
                    Optional.empty());
        };
    }

    private Query worded(Property property, TextPredicate textPredicate) {
        if (property.naming().isPresent()) {
            return named(property.naming().get(), textPredicate);
        }
        String prefix = property == Property.ID ? kind.token() + "/" : "";
        String field = LuceneFields.of(property);
        return textPredicate instanceof TextPredicate.Exactly exactly && exactly.folding().isNone()
                ? new TermQuery(new Term(field, prefix + LuceneFields.swapped(property, exactly.text())))
                : wording(property, prefix, Optional.of(textPredicate));
    }

    private Query wording(Property property, String prefix, Optional<TextPredicate> wording) {
        return new TextPredicateQuery(LuceneFields.of(property), prefix, wording, term -> LuceneFields.swapped(property, term), budget);
    }

    /**
     * Returns the query for documents that refer to a resource whose name passes the test. The names are tested in the
     * name directory, and the documents are found by id.
     */
    private Query named(Property.Naming naming, TextPredicate textPredicate) {
        Set<BytesRef> ids = names.ids(naming.kind()).stream()
                .peek(id -> budget.step())
                .filter(id -> textPredicate.test(names.named(naming.kind(), id).name()))
                .map(id -> new BytesRef(naming.role().map(role -> LuceneFields.participation(role, id)).orElse(id)))
                .collect(Collectors.toSet());
        return new TermInSetQuery(LuceneFields.of(naming.id()), ids);
    }

    private static Query between(Condition.Between between) {
        Property property = between.property();
        long least = property == Property.EARLIEST && !between.open()
                ? Math.max(between.least(), Long.MIN_VALUE + 1) : between.least();
        long most = property == Property.LATEST && !between.open()
                ? Math.min(between.most(), Long.MAX_VALUE - 1) : between.most();
        if (least > most) {
            return new MatchNoDocsQuery();
        }
        String field = LuceneFields.number(property);
        return switch (property) {
            case FATALITIES_LOW, FATALITIES_BEST, FATALITIES_HIGH ->
                    NumericDocValuesField.newSlowRangeQuery(field, least, most);
            default -> LongPoint.newRangeQuery(field, least, most);
        };
    }

    private static Query located(Condition.Located located) {
        Optional<BoundingBox> bounds = located.geometry().bounds();
        if (bounds.isEmpty() || located.parts().isEmpty()) {
            return new MatchNoDocsQuery();
        }
        BooleanQuery.Builder found = new BooleanQuery.Builder();
        if (located.parts().contains(Part.EXTERIOR)) {
            found.add(new MatchAllDocsQuery(), Occur.FILTER);
        } else {
            found.add(QueryCompiler.in(bounds.get()), Occur.FILTER);
        }
        return found.add(new PointInShapeQuery(new PointInShapeQuery.InParts(located.geometry(), located.parts())), Occur.FILTER).build();
    }
}
