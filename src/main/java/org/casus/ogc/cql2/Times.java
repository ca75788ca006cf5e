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
 * How times lie to each other (OGC 21-065r2, section 7.6): each has a start and an end, in milliseconds; a day is from its first
 * to its last, a moment is both at once. In an interval an absent property is an end that is open.
 */
final class Times {

    private final Binder binder;

    Times(Binder binder) {
        this.binder = binder;
    }

    /** One end: a property, or a number of milliseconds since 1970. */
    private record End(Property property, long millis, boolean open, Expression written) {
    }

    private record Time(End start, End end) {
    }

    /** What of a value is equal to it, from its first millisecond to its last; empty if it is no time. */
    static Optional<Span> span(Expression value) {
        if (value instanceof Day day) {
            return DateTimes.day(day.value().toString()).map(Times::span);
        }
        if (value instanceof Moment moment) {
            return Optional.of(new Span(moment.value().toEpochMilli(), moment.value().toEpochMilli()));
        }
        return value instanceof Text text ? DateTimes.read(text.value()).map(Times::span) : Optional.empty();
    }

    private static Span span(TimeRange range) {
        return new Span(range.earliestMillis(), range.latestMillis());
    }

    Condition condition(Call call) {
        Time a = time(call.operands().get(0), call.op());
        Time b = time(call.operands().get(1), call.op());
        return switch (call.op()) {
            case T_AFTER -> is(a.start, Op.GREATER, b.end);
            case T_BEFORE -> is(a.end, Op.LESS, b.start);
            case T_DISJOINT -> disjoint(a, b);
            case T_INTERSECTS -> Condition.not(disjoint(a, b));
            case T_EQUALS -> all(is(a.start, Op.EQUAL, b.start), is(a.end, Op.EQUAL, b.end));
            case T_CONTAINS -> all(is(a.start, Op.LESS, b.start), is(a.end, Op.GREATER, b.end));
            case T_DURING -> all(is(a.start, Op.GREATER, b.start), is(a.end, Op.LESS, b.end));
            case T_FINISHES -> all(is(a.start, Op.GREATER, b.start), is(a.end, Op.EQUAL, b.end));
            case T_FINISHEDBY -> all(is(a.start, Op.LESS, b.start), is(a.end, Op.EQUAL, b.end));
            case T_STARTS -> all(is(a.start, Op.EQUAL, b.start), is(a.end, Op.LESS, b.end));
            case T_STARTEDBY -> all(is(a.start, Op.EQUAL, b.start), is(a.end, Op.GREATER, b.end));
            case T_MEETS -> is(a.end, Op.EQUAL, b.start);
            case T_METBY -> is(a.start, Op.EQUAL, b.end);
            case T_OVERLAPS -> all(is(a.start, Op.LESS, b.start), is(a.end, Op.GREATER, b.start), is(a.end, Op.LESS, b.end));
            default -> all(is(a.start, Op.GREATER, b.start), is(a.start, Op.LESS, b.end), is(a.end, Op.GREATER, b.end));
        };
    }

    private static Condition disjoint(Time a, Time b) {
        return new Condition.AnyOf(List.of(is(a.end, Op.LESS, b.start), is(a.start, Op.GREATER, b.end)));
    }

    private static Condition all(Condition... conditions) {
        return new Condition.AllOf(List.of(conditions));
    }

    private Time time(Expression operand, Op op) {
        if (operand instanceof Named named) {
            End moment = new End(binder.property(named, Property.Type.MOMENT, "a time"), 0, false, operand);
            return new Time(moment, moment);
        }
        if (operand instanceof Interval interval) {
            Time time = new Time(end(interval.start(), true), end(interval.end(), false));
            if (time.start.property == null && time.end.property == null && time.start.millis > time.end.millis) {
                throw new Refusal(operand.at(), ErrorCode.RANGE, "this interval ends before it begins");
            }
            return time;
        }
        Span span = span(operand).orElseThrow(() -> new Refusal(operand.at(), ErrorCode.WRONG_TYPE, op + " takes times: a property"
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
        Span span = span(end).orElseThrow(() -> new Refusal(end.at(), ErrorCode.WRONG_TYPE, "an end of an interval is a day, a"
                + " moment, '..' or a property"));
        return new End(null, start ? span.first() : span.last(), true, end);
    }

    private static Condition is(End left, Op op, End right) {
        if (left.property != null && right.property != null) {
            throw new Refusal(right.written.at(), "a time of the resource is compared with a time that is given, not with another of"
                    + " its own");
        }
        if (left.property == null && right.property == null) {
            return new Condition.Constant(holds(left.millis, op, right.millis));
        }
        return left.property != null ? than(left, op, right.millis) : than(right, turned(op), left.millis);
    }

    private static boolean holds(long left, Op op, long right) {
        return op == Op.EQUAL ? left == right : op == Op.LESS ? left < right : left > right;
    }

    private static Op turned(Op op) {
        return op == Op.LESS ? Op.GREATER : op == Op.GREATER ? Op.LESS : op;
    }

    /** Nothing is before what has no beginning, or after what has no end. */
    private static Condition than(End end, Op op, long millis) {
        boolean none = op == Op.LESS && millis == Long.MIN_VALUE || op == Op.GREATER && millis == Long.MAX_VALUE;
        Span span = none ? new Span(1, 0) : new Span(millis, millis);
        return Comparisons.range(none ? Op.EQUAL : op, end.property, span, end.open);
    }
}
