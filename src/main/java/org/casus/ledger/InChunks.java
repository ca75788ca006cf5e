package org.casus.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Splits a lookup of many values into queries with short {@code in} lists. H2 compares every row that it finds with every value of
 * the list, so the cost of a query grows with the square of the number of values; chunks keep it small.
 */
public final class InChunks {

    private static final int EACH = 128;

    private InChunks() {
    }

    /** Runs a query for the values, one chunk at a time, and returns all results. */
    public static <V, T> List<T> find(Collection<V> values, Function<List<V>, List<T>> query) {
        List<T> found = new ArrayList<>();
        each(values, some -> found.addAll(query.apply(some)));
        return found;
    }

    /** Passes the values to the consumer, one chunk at a time. */
    public static <V> void each(Collection<V> values, Consumer<List<V>> work) {
        List<V> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += EACH) {
            work.accept(all.subList(from, Math.min(from + EACH, all.size())));
        }
    }
}
