package org.casus.index;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.ledger.Operation;
import org.casus.ledger.SupersededState;
import org.casus.model.ResourceKind;
import org.casus.model.View;
import org.casus.readmodel.Projections;
import org.casus.readmodel.names.Directory;
import org.casus.readmodel.names.DirectoryEntry;

/**
 * The directory entries of every resource of one type, keyed by id and then by the revision at which each entry began. An
 * empty entry marks a deletion.
 */
final class EntryHistory {

    private final ResourceKind kind;
    private final Projections projections;
    private final Map<String, TreeMap<Long, Optional<DirectoryEntry>>> versions = new TreeMap<>();

    EntryHistory(ResourceKind kind, Projections projections) {
        this.kind = kind;
        this.projections = projections;
    }

    void add(SupersededState ended, View state) {
        TreeMap<Long, Optional<DirectoryEntry>> known = of(ended.resource);
        known.put(ended.began, projections.entryOf(kind, state));
        if (ended.revision.operation == Operation.DELETE) {
            known.put(ended.number, Optional.empty());
        }
    }

    void add(View now) {
        of(now.id()).put(now.revision(), projections.entryOf(kind, now));
    }

    private TreeMap<Long, Optional<DirectoryEntry>> of(String id) {
        return versions.computeIfAbsent(id, unknown -> new TreeMap<>());
    }

    /** Records every collected entry in the directory. */
    void into(Directory directory) {
        versions.forEach((id, known) ->
                known.forEach((revision, entry) -> directory.record(kind, id, revision, entry)));
    }
}
