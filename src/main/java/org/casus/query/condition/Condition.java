package org.casus.query.condition;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A condition on a resource: true, false, or unknown where it speaks of a value that is absent. And, or and not are those
 * of SQL: not of unknown is unknown. A list holds what is true of.
 */
public sealed interface Condition {

    /** All of these; of none it is true. */
    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
            conditions = List.copyOf(conditions);
        }
    }

    /** Any of these; of none it is false. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {
    }

    /** True or false of everything. */
    record Constant(boolean value) implements Condition {
    }

    /** The property has no value; never unknown. */
    record Absent(Property property) implements Condition {
    }

    /** A text passes a test. */
    record Worded(Property property, TextPredicate wording) implements Condition {
    }

    /**
     * A number, or a moment in milliseconds since 1970, lies between two, both inclusive; between none where least is greater
     * than most.
     *
     * @param open a moment that is absent is one without end: before all others at the beginning of a time, after them at its end
     */
    record Between(Property property, long least, long most, boolean open) implements Condition {
    }

    /** The point of the resource lies in one of these parts of a geometry; in none of no parts. */
    record Located(Geometry geometry, Set<Geometry.Part> parts) implements Condition {
        public Located {
            parts = Set.copyOf(parts);
        }

        /** Order of a set is no part of what it says. */
        @Override
        public String toString() {
            return "Located[" + geometry + ", " + parts.stream().sorted().toList() + "]";
        }
    }

    /**
     * A text is equal to another. Where a resource may have several, one of them is, or each of those that the other has with bars
     * between, as a feature shows them.
     */
    static Condition equal(Property property, String text, TextPredicate.Folding folding) {
        Condition whole = new Worded(property, new TextPredicate.Exactly(text, folding));
        if (!property.hasSeveral() || text.indexOf('|') < 0 && text.indexOf('\\') < 0) {
            return whole;
        }
        return new AnyOf(List.of(whole, new AllOf(DelimitedValues.split(text).stream()
                .<Condition>map(one -> new Worded(property, new TextPredicate.Exactly(one, folding))).toList())));
    }

    static Condition any(Collection<? extends Condition> conditions) {
        return conditions.size() == 1 ? conditions.iterator().next() : new AnyOf(List.copyOf(conditions));
    }

    static Condition not(Condition condition) {
        return new Not(condition);
    }
}
