package org.casus.shape;

import java.util.List;

/** Lists that are always there. */
public final class Lists {

    private Lists() {
    }

    /** An unmodifiable copy; empty for null. */
    public static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Makes an entity's list hold these, in this order, touching it only where it differs. */
    public static <T> void set(List<T> held, List<T> wanted) {
        if (!held.equals(wanted)) {
            held.clear();
            held.addAll(wanted);
        }
    }
}
