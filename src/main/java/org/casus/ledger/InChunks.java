package org.casus.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks many up by a few queries. H2 compares every row that it finds with every value of an {@code in}, so a query
 * costs the square of what it asks for; portions keep that small.
 */
public final class InChunks {

    private static final int EACH = 128;

    private InChunks() {
    }

    /** Returns what a query finds for all values, asked for in chunks. */
    public static <V, T> List<T> find(Collection<V> values, Function<List<V>, List<T>> query) {
        List<T> found = new ArrayList<>();
        each(values, some -> found.addAll(query.apply(some)));
        return found;
    }

    /** Does something with all values, a portion at a time. */
    public static <V> void each(Collection<V> values, Consumer<List<V>> work) {
        List<V> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += EACH) {
            work.accept(all.subList(from, Math.min(from + EACH, all.size())));
        }
    }
}
