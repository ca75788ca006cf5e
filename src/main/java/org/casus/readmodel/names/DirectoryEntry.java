package org.casus.readmodel.names;

import java.util.List;
import org.casus.model.edtf.TimeRange;

/**
 * The entry of one resource in the directory: its name and its parents.
 *
 * @param country whether it is a place that is, or was, a country
 */
public record DirectoryEntry(String name, List<Parent> parents, boolean country) {

    public DirectoryEntry {
        parents = List.copyOf(parents);
    }

    /** Of a resource that is no country. */
    public DirectoryEntry(String name, List<Parent> parents) {
        this(name, parents, false);
    }

    /** Something that a resource stands below, during a time: a membership may have ended, a place stays. */
    public record Parent(String id, TimeRange during) {
    }
}
