package org.casus.query.condition;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A condition on a resource. It is true, false, or unknown if it tests an absent value. And, or and not follow the
 * three-valued logic of SQL: not of unknown is unknown. A list contains the resources for which the condition is true.
 */
public sealed interface Condition {

    /** All of these conditions; true if there are none. */
    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
            conditions = List.copyOf(conditions);
        }
    }

    /** Any of these conditions; false if there are none. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }

    /** The negation of a condition; unknown if the condition is unknown. */
    record Not(Condition condition) implements Condition {
    }

    /** A condition that is true, or false, for every resource. */
    record Constant(boolean value) implements Condition {
    }

    /** The property has no value. This condition is never unknown. */
    record Absent(Property property) implements Condition {
    }

    /** The text of a property passes a test. */
    record Worded(Property property, TextPredicate wording) implements Condition {
    }

    /**
     * A number, or a moment in milliseconds since 1970, lies in a range, bounds included. If least is greater than most, no
     * value lies in it.
     *
     * @param open whether an absent moment counts as unbounded: an absent beginning lies before all moments, an absent end after them
     */
    record Between(Property property, long least, long most, boolean open) implements Condition {
    }

    /** The point of the resource lies in one of these parts of a geometry; never true without parts. */
    record Located(Geometry geometry, Set<Geometry.Part> parts) implements Condition {
        public Located {
            parts = Set.copyOf(parts);
        }

        /** Returns a text that does not depend on the iteration order of the set. */
        @Override
        public String toString() {
            return "Located[" + geometry + ", " + parts.stream().sorted().toList() + "]";
        }
    }

    /**
     * Returns the condition that a property equals a text. If a resource may have several values, one of them must equal the
     * text, or the text must list values that all occur, separated by bars as in the properties of a feature.
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
