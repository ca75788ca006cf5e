package org.casus.index;

import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.ledger.Operation;
import org.casus.ledger.Revision;
import org.casus.model.ResourceKey;
import org.casus.model.ResourceKind;
import org.casus.readmodel.ReadModel.Changes;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.names.Directory;
import org.casus.readmodel.names.DirectoryView;

/**
 * Brings the read model from one revision to the next. Applying is idempotent, so it may stop anywhere: what was not
 * kept is brought again.
 */
final class Indexer {

    /** An index that is further behind than this, and than there are resources, is rebuilt: that is faster than applying every change. */
    private static final long MOST_BEHIND = 100_000;

    /** Where the revision at which a state began was not looked up. */
    private static final long UNKNOWN = 0;

    private final LedgerReader ledger;
    private final Directory directory;
    private final ReadModel model;
    private volatile long position;

    Indexer(LedgerReader ledger, Directory directory, ReadModel model) {
        this.ledger = ledger;
        this.directory = directory;
        this.model = model;
    }

    /** Makes the model show the ledger's head, resuming where it was kept or building it anew. */
    void start() {
        long head = ledger.consistently(() -> {
            ledger.fill(directory, 0);
            return ledger.head();
        });
        long kept = model.resumeFrom();
        if (kept < 0 || kept > head || head - kept > Math.max(MOST_BEHIND, kept)) {
            rebuild(head);
            position = head;
        } else {
            position = kept;
        }
        follow();
        model.publish(position);
        model.keep();
    }

    /** Everything as it is, at whatever revision it is read: what is newer than {@code head} is followed afterwards. */
    private void rebuild(long head) {
        Log.infof("Building the index from the database, %d revisions", head);
        model.clear();
        DirectoryView names = directory.at(head);
        for (ResourceKind kind : ResourceKind.values()) {
            ledger.allDocuments(kind, page -> model.apply(new Changes(page, List.of(), List.of()), names));
        }
        ledger.consistently(() -> {
            ledger.superseded(0, head, page -> model.apply(new Changes(List.of(), List.of(), page), names));
            return head;
        });
    }

    /** The revision up to which the model has taken in everything. */
    long position() {
        return position;
    }

    /** Makes the model take in what is new in the ledger; {@link #publish} shows it. */
    void follow() {
        long head = ledger.consistently(() -> {
            long reached = ledger.head();
            if (reached < position) {
                throw new IllegalStateException("the ledger ends at " + reached + ", before revision " + position
                        + " that was indexed: it is another database; delete the index folder and start again");
            }
            if (reached > position) {
                bring(position, reached);
            }
            return reached;
        });
        if (head > position) {
            position = head;
            ledger.forget(head);
        }
    }

    /** Shows what was taken in. */
    void publish() {
        if (model.revision() < position) {
            model.publish(position);
        }
    }

    private void bring(long after, long head) {
        ledger.fill(directory, after);
        DirectoryView now = directory.at(head);
        Map<ResourceKind, Map<String, Long>> changed = new EnumMap<>(ResourceKind.class);
        Set<ResourceKey> removed = new LinkedHashSet<>();
        ledger.superseded(after, head, page -> model.apply(new Changes(List.of(), List.of(), page), now));
        ledger.rows(after, head, page -> page.forEach(row -> note(row, changed, removed)));
        model.apply(new Changes(List.of(), List.copyOf(removed), List.of()), now);
        documents(changed, now);
        model.standingBelow(moved(changed, after, head), some -> {
            Map<ResourceKind, Map<String, Long>> below = new EnumMap<>(ResourceKind.class);
            some.stream().filter(key -> !removed.contains(key) && !changed.getOrDefault(key.kind(), Map.of()).containsKey(key.id()))
                    .forEach(key -> below.computeIfAbsent(key.kind(), kind -> new LinkedHashMap<>()).put(key.id(), UNKNOWN));
            documents(below, now);
        });
    }

    private void documents(Map<ResourceKind, Map<String, Long>> ids, DirectoryView names) {
        ids.forEach((kind, some) -> ledger.documents(kind, some,
                page -> model.apply(new Changes(page, List.of(), List.of()), names)));
    }

    /** @param changed with the revision of each */
    private static void note(Revision row, Map<ResourceKind, Map<String, Long>> changed, Set<ResourceKey> removed) {
        ResourceKey key = new ResourceKey(row.kind, row.resource);
        Map<String, Long> ids = changed.computeIfAbsent(row.kind, kind -> new LinkedHashMap<>());
        if (row.operation == Operation.DELETE) {
            ids.remove(row.resource);
            removed.add(key);
        } else {
            ids.put(row.resource, row.number);
            removed.remove(key);
        }
    }

    /**
     * Entries that stood below something, and then below something else. Also those that are back: an attempt that failed
     * may have written documents while they were away.
     */
    private List<ResourceKey> moved(Map<ResourceKind, Map<String, Long>> changed, long after, long head) {
        List<ResourceKey> moved = new ArrayList<>();
        for (ResourceKind kind : Directory.KINDS) {
            for (String id : changed.getOrDefault(kind, Map.of()).keySet()) {
                if (directory.hasMoved(kind, id, after, head)) {
                    moved.add(new ResourceKey(kind, id));
                }
            }
        }
        return moved;
    }
}
