package org.casus.ogc.cql2;

import java.util.List;
import java.util.Optional;
import org.casus.http.problem.ErrorCode;
import org.casus.model.edtf.TimeRange;
import org.casus.ogc.cql2.Comparisons.Span;
import org.casus.ogc.cql2.Expression.Call;
import org.casus.ogc.cql2.Expression.Day;
import org.casus.ogc.cql2.Expression.Interval;
import org.casus.ogc.cql2.Expression.Moment;
import org.casus.ogc.cql2.Expression.Named;
import org.casus.ogc.cql2.Expression.Open;
import org.casus.ogc.cql2.Expression.Text;
import org.casus.query.condition.Condition;
import org.casus.query.condition.Property;

/**
 * Binds temporal relations (OGC 21-065r2, section 7.6). Every time has a start and an end in milliseconds: a day lasts from its
 * first to its last millisecond, and the start and end of an instant are equal. An absent property in an interval is an open end.
 */
final class TemporalRelations {

    private final ExpressionBinder binder;

    TemporalRelations(ExpressionBinder binder) {
        this.binder = binder;
    }

    /** One end of a time: a property, or a number of milliseconds since 1970. */
    private record End(Property property, long millis, boolean open, Expression written) {
    }

    private record Time(End start, End end) {
    }

    /** Returns the first and the last millisecond of a time value, or empty if the value is not a time. */
    static Optional<Span> span(Expression value) {
        if (value instanceof Day day) {
            return Rfc3339.day(day.value().toString()).map(TemporalRelations::span);
        }
        if (value instanceof Moment moment) {
            return Optional.of(new Span(moment.value().toEpochMilli(), moment.value().toEpochMilli()));
        }
        return value instanceof Text text ? Rfc3339.read(text.value()).map(TemporalRelations::span) : Optional.empty();
    }

    private static Span span(TimeRange range) {
        return new Span(range.earliestMillis(), range.latestMillis());
    }

    Condition condition(Call call) {
        Time a = time(call.operands().get(0), call.op());
        Time b = time(call.operands().get(1), call.op());
        return switch (call.op()) {
            case T_AFTER -> is(a.start, Operator.GREATER, b.end);
            case T_BEFORE -> is(a.end, Operator.LESS, b.start);
            case T_DISJOINT -> disjoint(a, b);
            case T_INTERSECTS -> Condition.not(disjoint(a, b));
            case T_EQUALS -> all(is(a.start, Operator.EQUAL, b.start), is(a.end, Operator.EQUAL, b.end));
            case T_CONTAINS -> all(is(a.start, Operator.LESS, b.start), is(a.end, Operator.GREATER, b.end));
            case T_DURING -> all(is(a.start, Operator.GREATER, b.start), is(a.end, Operator.LESS, b.end));
            case T_FINISHES -> all(is(a.start, Operator.GREATER, b.start), is(a.end, Operator.EQUAL, b.end));
            case T_FINISHEDBY -> all(is(a.start, Operator.LESS, b.start), is(a.end, Operator.EQUAL, b.end));
            case T_STARTS -> all(is(a.start, Operator.EQUAL, b.start), is(a.end, Operator.LESS, b.end));
            case T_STARTEDBY -> all(is(a.start, Operator.EQUAL, b.start), is(a.end, Operator.GREATER, b.end));
            case T_MEETS -> is(a.end, Operator.EQUAL, b.start);
            case T_METBY -> is(a.start, Operator.EQUAL, b.end);
            case T_OVERLAPS -> all(is(a.start, Operator.LESS, b.start), is(a.end, Operator.GREATER, b.start),
                    is(a.end, Operator.LESS, b.end));
            default -> all(is(a.start, Operator.GREATER, b.start), is(a.start, Operator.LESS, b.end), is(a.end, Operator.GREATER, b.end));
        };
    }

    private static Condition disjoint(Time a, Time b) {
        return new Condition.AnyOf(List.of(is(a.end, Operator.LESS, b.start), is(a.start, Operator.GREATER, b.end)));
    }

    private static Condition all(Condition... conditions) {
        return new Condition.AllOf(List.of(conditions));
    }

    private Time time(Expression operand, Operator operator) {
        if (operand instanceof Named named) {
            End moment = new End(binder.property(named, Property.Type.MOMENT, "a time"), 0, false, operand);
            return new Time(moment, moment);
        }
        if (operand instanceof Interval interval) {
            Time time = new Time(end(interval.start(), true), end(interval.end(), false));
            if (time.start.property == null && time.end.property == null && time.start.millis > time.end.millis) {
                throw new Cql2Exception(operand.at(), ErrorCode.RANGE, "this interval ends before it begins");
            }
            return time;
        }
        Span span = span(operand)
                .orElseThrow(() -> new Cql2Exception(operand.at(), ErrorCode.WRONG_TYPE, operator + " takes times: a property"
                + " such as earliest, DATE('2023-07-19'), TIMESTAMP('2023-07-19T12:00:00Z') or INTERVAL(earliest, latest)"));
        return new Time(new End(null, span.first(), false, operand), new End(null, span.last(), false, operand));
    }

    private End end(Expression end, boolean start) {
        if (end instanceof Open) {
            return new End(null, start ? Long.MIN_VALUE : Long.MAX_VALUE, true, end);
        }
        if (end instanceof Named named) {
            return new End(binder.property(named, Property.Type.MOMENT, "an end of an interval"), 0, true, end);
        }
        Span span = span(end).orElseThrow(() -> new Cql2Exception(end.at(), ErrorCode.WRONG_TYPE, "an end of an interval is a day, a"
                + " moment, '..' or a property"));
        return new End(null, start ? span.first() : span.last(), true, end);
    }

    private static Condition is(End left, Operator operator, End right) {
        if (left.property != null && right.property != null) {
            throw new Cql2Exception(right.written.at(), "a time of the resource is compared with a time that is given, not with another of"
                    + " its own");
        }
        if (left.property == null && right.property == null) {
            return new Condition.Constant(holds(left.millis, operator, right.millis));
        }
        return left.property != null ? than(left, operator, right.millis) : than(right, turned(operator), left.millis);
    }

    private static boolean holds(long left, Operator operator, long right) {
        return operator == Operator.EQUAL ? left == right : operator == Operator.LESS ? left < right : left > right;
    }

    /** Returns the operator that means the same with its operands swapped. */
    private static Operator turned(Operator operator) {
        return operator == Operator.LESS ? Operator.GREATER : operator == Operator.GREATER ? Operator.LESS : operator;
    }

    /** Compares an end with a number of milliseconds. Nothing is before an open start or after an open end. */
    private static Condition than(End end, Operator operator, long millis) {
        boolean none = operator == Operator.LESS && millis == Long.MIN_VALUE || operator == Operator.GREATER && millis == Long.MAX_VALUE;
        Span span = none ? new Span(1, 0) : new Span(millis, millis);
        return Comparisons.range(none ? Operator.EQUAL : operator, end.property, span, end.open);
    }
}
