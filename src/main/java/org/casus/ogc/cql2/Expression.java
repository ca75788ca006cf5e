package org.casus.ogc.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casus.query.condition.Geometry;

/** The syntax tree of a filter, the same for text and JSON. Property names are not resolved yet. */
sealed interface Expression {

    At at();

    /**
     * The position of an expression in the filter. All positions are equal, so that expressions are compared by their meaning alone.
     *
     * @param index the index of the first character, from 0
     */
    record At(int index) {

        @Override
        public boolean equals(Object other) {
            return other instanceof At;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** An operator with its operands. */
    record Call(At at, Operator op, List<Expression> operands) implements Expression {
        public Call {
            operands = List.copyOf(operands);
        }
    }

    /** A property, by its name. */
    record Named(At at, String name) implements Expression {
    }

    record Text(At at, String value) implements Expression {
    }

    record Numeral(At at, BigDecimal value) implements Expression {
    }

    record Truth(At at, boolean value) implements Expression {
    }

    record Day(At at, LocalDate value) implements Expression {
    }

    record Moment(At at, Instant value) implements Expression {
    }

    /** An interval. Each end is an instant, a day or a property, or is open. */
    record Interval(At at, Expression start, Expression end) implements Expression {
    }

    /** The open end of an interval. */
    record Open(At at) implements Expression {
    }

    record Shape(At at, Geometry geometry) implements Expression {
    }

    /** The list of values of {@code IN}. */
    record Values(At at, List<Expression> values) implements Expression {
        public Values {
            values = List.copyOf(values);
        }
    }
}
