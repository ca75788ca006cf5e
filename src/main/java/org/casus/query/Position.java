package org.casus.query;

import java.util.List;

/** A position between two items of a sorted list: the sort values of the item before it, ending with its id. */
public record Position(List<String> values) {
    public Position {
        values = List.copyOf(values);
    }
}
