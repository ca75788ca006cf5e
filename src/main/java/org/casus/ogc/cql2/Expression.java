package org.casus.ogc.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casus.query.condition.Geometry;

/** A filter as it was written, in text or in JSON: operations on operands. */
sealed interface Expression {

    At at();

    /**
     * Where an expression stands. What it says does not depend on that, so all places are equal.
     *
     * @param index of its first character, from 0
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

    record Call(At at, Operator op, List<Expression> operands) implements Expression {
        public Call {
            operands = List.copyOf(operands);
        }
    }

    /** The value of a property. */
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

    /** From one moment, day or property to another; an end may be open. */
    record Interval(At at, Expression start, Expression end) implements Expression {
    }

    /** Where an interval has no end. */
    record Open(At at) implements Expression {
    }

    record Shape(At at, Geometry geometry) implements Expression {
    }

    /** Several values to choose from. */
    record Values(At at, List<Expression> values) implements Expression {
        public Values {
            values = List.copyOf(values);
        }
    }
}
