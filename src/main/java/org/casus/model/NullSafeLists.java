package org.casus.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Lists that are always there. */
public final class NullSafeLists {

    private NullSafeLists() {
    }

    /** An unmodifiable copy; empty for null. */
    public static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** As a column holds it; null for an empty list. */
    public static <T> String[] words(List<T> list, Function<T, String> word) {
        return list.isEmpty() ? null : list.stream().map(word).toArray(String[]::new);
    }

    /** Returns the list that a column holds. */
    public static <T> List<T> of(String[] words, Function<String, T> read) {
        return words == null ? List.of() : Arrays.stream(words).map(read).toList();
    }

    /** Makes an entity's list hold these, in this order, touching it only where it differs. */
    public static <T> void set(List<T> held, List<T> wanted) {
        if (!held.equals(wanted)) {
            held.clear();
            held.addAll(wanted);
        }
    }
}
