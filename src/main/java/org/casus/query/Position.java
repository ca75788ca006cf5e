package org.casus.query;

import java.util.List;

/** A place between two items of a sorted list: what the item before it was sorted by, ending with its id. */
public record Position(List<String> values) {
    public Position {
        values = List.copyOf(values);
    }
}
