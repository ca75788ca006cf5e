package org.casus.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Converts and updates lists so that a missing list is an empty one, never null. */
public final class NullSafeLists {

    private NullSafeLists() {
    }

    /** Returns an unmodifiable copy of the list, or an empty list for null. */
    public static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Returns the list as the value of an array column: null for an empty list. */
    public static <T> String[] words(List<T> list, Function<T, String> word) {
        return list.isEmpty() ? null : list.stream().map(word).toArray(String[]::new);
    }

    /** Returns the list that an array column holds, which is empty for null. */
    public static <T> List<T> of(String[] words, Function<String, T> read) {
        return words == null ? List.of() : Arrays.stream(words).map(read).toList();
    }

    /** Replaces the elements of an entity's list. Does nothing if they are equal, so that Hibernate does not write the list again. */
    public static <T> void set(List<T> held, List<T> wanted) {
        if (!held.equals(wanted)) {
            held.clear();
            held.addAll(wanted);
        }
    }
}
