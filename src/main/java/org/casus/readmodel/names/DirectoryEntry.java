package org.casus.readmodel.names;

import java.util.List;
import org.casus.model.edtf.TimeRange;

/**
 * The entry of one resource in the directory: its name and its parents.
 *
 * @param country whether the resource is a place that is or was a country
 */
public record DirectoryEntry(String name, List<Parent> parents, boolean country) {

    public DirectoryEntry {
        parents = List.copyOf(parents);
    }

    /** Creates the entry of a resource that is not a country. */
    public DirectoryEntry(String name, List<Parent> parents) {
        this(name, parents, false);
    }

    /** A parent of a resource and the time during which it is one: a membership may end, a place is always in its parent. */
    public record Parent(String id, TimeRange during) {
    }
}
