package org.casus.query;

import java.util.List;
import org.casus.edtf.TimeRange;

/** One condition on what a list holds; a list holds what meets all of its conditions. */
public sealed interface Filter {

    /** How many of the values must be met. */
    enum Match {
        ANY(""), ALL(".all"), NONE(".not");

        private final String suffix;

        Match(String suffix) {
            this.suffix = suffix;
        }

        /** What stands behind the parameter's name. */
        public String suffix() {
            return suffix;
        }
    }

    /** Values of a field, sorted and without repetition. */
    record Values(Field field, Match match, List<String> values) implements Filter {
        public Values {
            values = values.stream().distinct().sorted().toList();
        }

        /** The name under which a client wrote it. */
        public String parameter() {
            return field.parameter() + match.suffix();
        }
    }

    /** The time of the resource overlaps this one. */
    record During(TimeRange time) implements Filter {
    }

    /** The text, or the names that it refers to, hold these words. */
    record Text(SearchText text) implements Filter {
    }
}
