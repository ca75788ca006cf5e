package org.casus.ogc.cql2;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.casus.http.problem.ErrorCode;
import org.casus.ogc.cql2.Expression.Call;
import org.casus.ogc.cql2.Expression.Named;
import org.casus.ogc.cql2.Expression.Numeral;
import org.casus.ogc.cql2.Expression.Text;
import org.casus.ogc.cql2.Expression.Values;
import org.casus.query.condition.Condition;
import org.casus.query.condition.Property;
import org.casus.query.condition.Property.Type;
import org.casus.query.condition.TextPredicate;
import org.casus.query.condition.TextPredicate.Folding;

/** Binds comparisons of a property with values: texts, numbers and instants. */
final class Comparisons {

    /** The largest absolute value that is compared. Larger numbers are clamped, so that they fit a long. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 2);

    private final ExpressionBinder binder;

    Comparisons(ExpressionBinder binder) {
        this.binder = binder;
    }

    /** A property, and whether its case or accents are ignored. */
    private record Subject(Property property, Folding folding) {
    }

    Condition condition(Call call) {
        List<Expression> operands = call.operands();
        return switch (call.op()) {
            case IS_NULL -> isNull(operands.get(0));
            case LIKE -> like(operands.get(0), operands.get(1));
            case BETWEEN -> new Condition.AllOf(List.of(
                    compare(Operator.AT_LEAST, operands.get(0), operands.get(1)),
                            compare(Operator.AT_MOST, operands.get(0), operands.get(2))));
            case IN -> in(operands.get(0), operands.get(1));
            default -> compare(call.op(), operands.get(0), operands.get(1));
        };
    }

    private Condition isNull(Expression operand) {
        if (operand instanceof Named named) {
            return new Condition.Absent(binder.property(named));
        }
        throw new Cql2Exception(operand.at(), "IS NULL asks of a property whether it has a value");
    }

    private Condition in(Expression subject, Expression values) {
        if (values instanceof Values list && !list.values().isEmpty()) {
            return Condition.any(list.values().stream().map(value -> compare(Operator.EQUAL, subject, value)).toList());
        }
        throw new Cql2Exception(values.at(), "IN takes a list of one value or more to choose from");
    }

    /** Binds a comparison with a property on either side: {@code 3 < x} means {@code x > 3}. */
    private Condition compare(Operator operator, Expression left, Expression right) {
        if (isValue(left)) {
            if (isValue(right)) {
                throw new Cql2Exception(left.at(), "one side of a comparison names a property");
            }
            return compare(turned(operator), right, left);
        }
        if (!isValue(right)) {
            throw new Cql2Exception(right.at(), "a property is compared with a value, not with another property");
        }
        Subject subject = subject(left, Folding.NONE);
        return switch (subject.property.type()) {
            case TEXT -> text(operator, subject, right);
            case NUMBER -> number(operator, subject.property, right);
            case DAY, MOMENT -> moment(operator, subject.property, right);
            case POINT -> throw new Cql2Exception(left.at(), ErrorCode.WRONG_TYPE, "'" + subject.property.word() + "' is a point, which is"
                    + " compared by S_INTERSECTS and the like, for example S_INTERSECTS(geometry, BBOX(12,48,19,51))");
        };
    }

    /** Returns the operator that means the same with its operands swapped. */
    private static Operator turned(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER;
            case GREATER -> Operator.LESS;
            case AT_MOST -> Operator.AT_LEAST;
            case AT_LEAST -> Operator.AT_MOST;
            default -> operator;
        };
    }

    private static boolean isValue(Expression operand) {
        if (operand instanceof Call call) {
            return isValue(call.operands().get(0));
        }
        return !(operand instanceof Named);
    }

    private Subject subject(Expression operand, Folding folding) {
        if (operand instanceof Named named) {
            return folding.isNone()
                    ? new Subject(binder.property(named), folding)
                    : new Subject(binder.property(named, Type.TEXT, "a text whose case or accents could be left out of account"), folding);
        }
        if (operand instanceof Call call && call.op().form() == Operator.Form.TEXT) {
            return subject(call.operands().get(0), folding.and(folding(call.op())));
        }
        throw new Cql2Exception(operand.at(), "a property belongs here");
    }

    private static Folding folding(Operator operator) {
        return new Folding(operator == Operator.CASEI, operator == Operator.ACCENTI);
    }

    /** Returns the text to compare with, after its CASEI and ACCENTI functions are applied. */
    private static String words(Expression operand, Property with) {
        if (operand instanceof Text text) {
            return text.value();
        }
        if (operand instanceof Call call && call.op().form() == Operator.Form.TEXT) {
            return folding(call.op()).of(words(call.operands().get(0), with));
        }
        throw new Cql2Exception(operand.at(), ErrorCode.WRONG_TYPE, "'" + with.word() + "' is a text, and is compared with one in quotes");
    }

    private Condition like(Expression subject, Expression pattern) {
        if (isValue(subject)) {
            throw new Cql2Exception(subject.at(), "LIKE has a property on its left");
        }
        Subject of = subject(subject, Folding.NONE);
        if (of.property.type() != Type.TEXT) {
            throw new Cql2Exception(subject.at(), ErrorCode.WRONG_TYPE, "LIKE is for texts, and '" + of.property.word() + "' is "
                    + ExpressionBinder.article(of.property.type()));
        }
        return new Condition.Worded(of.property, new TextPredicate.Like(words(pattern, of.property), of.folding));
    }

    private static Condition text(Operator operator, Subject subject, Expression value) {
        String words = words(value, subject.property);
        Folding folding = subject.folding;
        if (operator == Operator.EQUAL || operator == Operator.UNEQUAL) {
            Condition equal = Condition.equal(subject.property, words, folding);
            return operator == Operator.UNEQUAL ? Condition.not(equal) : equal;
        }
        TextPredicate textPredicate = switch (operator) {
            case LESS -> new TextPredicate.Range(Optional.empty(), false, Optional.of(words), false, folding);
            case AT_MOST -> new TextPredicate.Range(Optional.empty(), false, Optional.of(words), true, folding);
            case GREATER -> new TextPredicate.Range(Optional.of(words), false, Optional.empty(), false, folding);
            default -> new TextPredicate.Range(Optional.of(words), true, Optional.empty(), false, folding);
        };
        return new Condition.Worded(subject.property, textPredicate);
    }

    /** Binds a comparison with a number. Properties are whole numbers, so a fraction lies between two possible values. */
    private static Condition number(Operator operator, Property property, Expression value) {
        if (!(value instanceof Numeral numeral)) {
            throw new Cql2Exception(value.at(), ErrorCode.WRONG_TYPE, "'" + property.word() + "' is a number, and is compared with one");
        }
        BigDecimal number = numeral.value().min(MOST).max(MOST.negate());
        long floor = number.setScale(0, RoundingMode.FLOOR).longValueExact();
        long ceiling = number.setScale(0, RoundingMode.CEILING).longValueExact();
        return range(operator, property, new Span(ceiling, floor), false);
    }

    /** Binds a comparison with a time. Every instant of a day equals that day. */
    private static Condition moment(Operator operator, Property property, Expression value) {
        return range(operator, property, TemporalRelations.span(value)
                .orElseThrow(() -> new Cql2Exception(value.at(), ErrorCode.WRONG_TYPE, "'"
                + property.word() + "' is a moment, and is compared with one: TIMESTAMP('2023-07-19T12:00:00Z') or"
                + " DATE('2023-07-19')")), false);
    }

    /** The first and the last integer that equal a value. No integer equals a fraction; the first is then greater than the last. */
    record Span(long first, long last) {
    }

    /**
     * Returns the condition that an integer property compares to a value as the operator says.
     *
     * @param open whether an absent property counts as an open end
     */
    static Condition range(Operator operator, Property property, Span value, boolean open) {
        boolean fraction = value.first > value.last;
        Condition.Between between = switch (operator) {
            case LESS -> new Condition.Between(property, Long.MIN_VALUE, fraction ? value.last : value.first - 1, open);
            case AT_MOST -> new Condition.Between(property, Long.MIN_VALUE, value.last, open);
            case GREATER -> new Condition.Between(property, fraction ? value.first : value.last + 1, Long.MAX_VALUE, open);
            case AT_LEAST -> new Condition.Between(property, value.first, Long.MAX_VALUE, open);
            default -> new Condition.Between(property, value.first, value.last, open);
        };
        return operator == Operator.UNEQUAL ? Condition.not(between) : between;
    }
}
