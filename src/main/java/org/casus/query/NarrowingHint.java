package org.casus.query;

import java.util.ArrayList;
import java.util.List;

/** Suggests how to narrow a query that takes too long. */
public final class NarrowingHint {

    private NarrowingHint() {
    }

    /** Returns suggestions for narrowing the query, as one text that begins with its most costly part. */
    public static String than(List<Filter> filters, Sort sort) {
        List<String> ways = new ArrayList<>();
        if (filters.stream().anyMatch(Filter.Text.class::isInstance)) {
            ways.add("more, or longer, words in 'q'");
        }
        if (filters.stream().anyMatch(Filter.Near.class::isInstance)) {
            ways.add("a smaller 'radius'");
        }
        if (filters.stream().anyMatch(Filter.Where.class::isInstance)) {
            ways.add("fewer texts, or fewer corners, in 'filter'");
        }
        if (!sort.equals(Sort.NEWEST)) {
            ways.add("the order that is at hand, without '" + sort.word() + "' in 'sort'");
        }
        ways.add(filters.stream().anyMatch(Filter.During.class::isInstance)
                ? "a shorter time between 'from' and 'to'"
                : "a time between 'from' and 'to'");
        if (filters.stream().noneMatch(Filter.Values.class::isInstance)) {
            ways.add("one 'place', 'actor' or 'type'");
        }
        return String.join(", or ", ways);
    }
}
