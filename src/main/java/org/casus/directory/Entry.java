package org.casus.directory;

import java.util.List;
import org.casus.edtf.TimeRange;

/** What the directory holds of one resource: its name, and what it stands below. */
public record Entry(String name, List<Parent> parents) {

    public Entry {
        parents = List.copyOf(parents);
    }

    /** Something that a resource stands below, during a time: a membership may have ended, a place stays. */
    public record Parent(String id, TimeRange during) {
    }
}
