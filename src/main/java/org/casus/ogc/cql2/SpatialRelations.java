package org.casus.ogc.cql2;

import java.util.Set;
import org.casus.ogc.cql2.Expression.Call;
import org.casus.ogc.cql2.Expression.Named;
import org.casus.ogc.cql2.Expression.Shape;
import org.casus.query.condition.Condition;
import org.casus.query.condition.Geometry;
import org.casus.query.condition.Geometry.Part;
import org.casus.query.condition.Property;

/**
 * Binds spatial relations between the point of a resource and a geometry. For a point, the relations of DE-9IM depend only on the
 * part of the geometry in which it lies, because a point has no boundary and no extent.
 */
final class SpatialRelations {

    private static final Set<Part> ANYWHERE = Set.of(Part.INTERIOR, Part.BOUNDARY);
    private static final Set<Part> NOWHERE = Set.of();

    private final ExpressionBinder binder;

    SpatialRelations(ExpressionBinder binder) {
        this.binder = binder;
    }

    Condition condition(Call call) {
        Expression first = call.operands().get(0);
        Expression second = call.operands().get(1);
        if (first instanceof Named named && second instanceof Shape shape) {
            binder.property(named, Property.Type.POINT, "a geometry");
            return relation(call.op(), shape.geometry());
        }
        if (first instanceof Shape shape && second instanceof Named named) {
            binder.property(named, Property.Type.POINT, "a geometry");
            return relation(turned(call.op()), shape.geometry());
        }
        Expression wrong = first instanceof Named || first instanceof Shape ? second : first;
        throw new Cql2Exception(wrong.at(), call.op() + " takes a property and a geometry, for example geometry and BBOX(12,48,19,51) or"
                + " POLYGON((12 48, 19 48, 19 51, 12 48))");
    }

    /** Returns the converse of a relation: how the geometry relates to the point. */
    private static Operator turned(Operator operator) {
        return switch (operator) {
            case S_WITHIN -> Operator.S_CONTAINS;
            case S_CONTAINS -> Operator.S_WITHIN;
            default -> operator;
        };
    }

    private static Condition relation(Operator operator, Geometry drawn) {
        Geometry geometry = Geometry.onEarth(drawn);
        return switch (operator) {
            case S_INTERSECTS -> new Condition.Located(geometry, ANYWHERE);
            case S_DISJOINT -> Condition.not(new Condition.Located(geometry, ANYWHERE));
            case S_WITHIN -> new Condition.Located(geometry, Set.of(Part.INTERIOR));
            case S_TOUCHES -> new Condition.Located(geometry, Set.of(Part.BOUNDARY));
            case S_EQUALS, S_CONTAINS -> new Condition.Located(geometry, isPoint(geometry) ? ANYWHERE : NOWHERE);
            // a point cannot lie partly inside and partly outside a geometry
            default -> new Condition.Located(geometry, NOWHERE);
        };
    }

    private static boolean isPoint(Geometry geometry) {
        return geometry.points().stream().distinct().count() == 1;
    }
}
