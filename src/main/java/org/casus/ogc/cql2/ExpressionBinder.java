package org.casus.ogc.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.model.ResourceKind;
import org.casus.ogc.cql2.Expression.Call;
import org.casus.ogc.cql2.Expression.Named;
import org.casus.ogc.cql2.Expression.Truth;
import org.casus.query.condition.Condition;
import org.casus.query.condition.Property;
import org.casus.query.condition.Property.Type;

/** Turns expressions into conditions. Names are resolved to properties of one resource type. */
final class ExpressionBinder {

    private final ResourceKind kind;
    private final Comparisons comparisons = new Comparisons(this);
    private final TemporalRelations temporalRelations = new TemporalRelations(this);
    private final SpatialRelations spatialRelations = new SpatialRelations(this);

    ExpressionBinder(ResourceKind kind) {
        this.kind = kind;
    }

    /**
     * Binds an expression.
     *
     * @throws Cql2Exception if the expression is not a condition, names an unknown property or compares incompatible types
     */
    Condition condition(Expression expression) {
        if (expression instanceof Truth truth) {
            return new Condition.Constant(truth.value());
        }
        if (expression instanceof Call call) {
            return switch (call.op().form()) {
                case LOGICAL -> logical(call);
                case COMPARISON -> comparisons.condition(call);
                case SPATIAL -> spatialRelations.condition(call);
                case TEMPORAL -> temporalRelations.condition(call);
                case TEXT -> throw noCondition(expression);
            };
        }
        throw noCondition(expression);
    }

    private static Cql2Exception noCondition(Expression expression) {
        return new Cql2Exception(expression.at(), "this is a value and no condition; compare it with something, for example title LIKE"
                + " 'Speech%'");
    }

    private Condition logical(Call call) {
        List<Condition> conditions = new ArrayList<>();
        call.operands().forEach(operand -> conditions.add(condition(operand)));
        return switch (call.op()) {
            case AND -> new Condition.AllOf(conditions);
            case OR -> new Condition.AnyOf(conditions);
            default -> new Condition.Not(conditions.get(0));
        };
    }

    /** Returns the property to compare for the given name. */
    Property property(Named named) {
        List<Property> properties = Property.of(kind);
        Optional<Property> found = properties.stream().filter(property -> property.word().equals(named.name())).findFirst();
        List<String> words = properties.stream().map(Property::word).toList();
        return found.map(Property::compared)
                .orElseThrow(() -> new Cql2Exception(named.at(), ErrorCode.UNKNOWN_VALUE, "there is no property '"
                + CleanText.shown(named.name()) + "'" + NearestMatch.hint(named.name(), words) + "; " + kind.collection()
                + " can be filtered by " + String.join(", ", words)));
    }

    /**
     * Returns the property with the given name, which must have the given type.
     *
     * @param what the expected operand, for the error message
     */
    Property property(Named named, Type type, String what) {
        Property property = property(named);
        if (property.type() != type) {
            throw new Cql2Exception(named.at(), ErrorCode.WRONG_TYPE, "'" + property.word() + "' is " + article(property.type())
                    + ", not " + what);
        }
        return property;
    }

    /** Returns the name of a type with its article, for messages. */
    static String article(Type type) {
        return switch (type) {
            case TEXT -> "a text";
            case NUMBER -> "a number";
            case DAY, MOMENT -> "a moment";
            case POINT -> "a point";
        };
    }
}
