package org.casus.index;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.ledger.Operation;
import org.casus.ledger.StateJson;
import org.casus.ledger.SupersededState;
import org.casus.ledger.write.ResourceType;
import org.casus.model.ResourceKind;
import org.casus.model.View;
import org.casus.readmodel.names.Directory;
import org.casus.readmodel.names.DirectoryEntry;

/** The entries that each id had, by the revisions at which they began. */
final class EntryHistory {

    private final Map<String, TreeMap<Long, Optional<DirectoryEntry>>> versions = new TreeMap<>();

    <V extends View> void add(SupersededState ended, ResourceType<?, ?, V> type) {
        TreeMap<Long, Optional<DirectoryEntry>> known = of(ended.resource);
        known.put(ended.began, type.entryOf(StateJson.read(ended.state, type.view())));
        if (ended.revision.operation == Operation.DELETE) {
            known.put(ended.number, Optional.empty());
        }
    }

    <V extends View> void add(V now, ResourceType<?, ?, V> type) {
        of(now.id()).put(now.revision(), type.entryOf(now));
    }

    private TreeMap<Long, Optional<DirectoryEntry>> of(String id) {
        return versions.computeIfAbsent(id, unknown -> new TreeMap<>());
    }

    void into(Directory directory, ResourceKind kind) {
        versions.forEach((id, known) ->
                known.forEach((revision, entry) -> directory.record(kind, id, revision, entry)));
    }
}
