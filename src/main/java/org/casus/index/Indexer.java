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
 * Brings the read model from one revision to the next. Applying changes is idempotent, so indexing may stop at any point:
 * changes that were not committed are applied again.
 */
final class Indexer {

    /**
     * An index is rebuilt if it is further behind than this and than its own revision: a rebuild is then faster than
     * applying every change.
     */
    private static final long MOST_BEHIND = 100_000;

    /** Marks a state whose first revision was not looked up. */
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

    /** Brings the model to the head of the ledger, either from its last commit or by a rebuild. */
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

    /**
     * Indexes all resources in their current state, each read at a possibly different revision. Changes after
     * {@code head} are applied afterwards by {@link #follow}.
     */
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

    /** Returns the revision up to which every change has been applied to the model. */
    long position() {
        return position;
    }

    /** Applies new revisions of the ledger to the model. Reads see them after {@link #publish}. */
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

    /** Makes all applied changes visible to reads. */
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

    /**
     * Notes one ledger row as a change or a deletion of its resource.
     *
     * @param changed the ids of changed resources, each with its latest revision
     */
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
     * Returns the changed entries whose ancestors differ at any time between the two revisions. This includes entries
     * that moved and moved back: a failed attempt may have indexed documents while they were elsewhere.
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
