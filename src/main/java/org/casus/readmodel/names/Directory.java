package org.casus.readmodel.names;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.casus.model.ResourceKind;

/**
 * The directory of names and parents: every version of every entry. It is append-only: one thread calls {@link #record}, in
 * the order of revisions for each id; readers use a {@link DirectoryView} of their revision and see nothing later.
 */
public final class Directory {

    /** The resource types that have entries. References to all others contain the title from the time they were written. */
    public static final Set<ResourceKind> KINDS =
            Set.of(ResourceKind.ACTOR, ResourceKind.PLACE, ResourceKind.EVENT_TYPE, ResourceKind.DATASET);

    private final Map<ResourceKind, Shelf> shelves = new EnumMap<>(ResourceKind.class);

    public Directory() {
        KINDS.forEach(kind -> shelves.put(kind, new Shelf()));
    }

    /** Records the entry that is valid from {@code revision} on; an empty entry is a tombstone. */
    public void record(ResourceKind kind, String id, long revision, Optional<DirectoryEntry> entry) {
        shelves.get(kind).record(id, revision, entry.orElse(null));
    }

    /** Returns a view of the directory at a revision. */
    public DirectoryView at(long revision) {
        return new DirectoryView(this, revision);
    }

    /**
     * Returns whether an entry that exists at {@code after} was deleted or had other parents at any later revision up to
     * {@code upTo}.
     */
    public boolean hasMoved(ResourceKind kind, String id, long after, long upTo) {
        return shelves.get(kind).hasMoved(id, after, upTo);
    }

    Shelf shelf(ResourceKind kind) {
        return shelves.get(kind);
    }

    /** One state of an entry, with its name and the revision since which it has it; a tombstone has neither. */
    record Version(long from, DirectoryEntry entry, NameVersion named) {
    }

    /** All entries of one resource type. */
    static final class Shelf {

        private final Map<String, Version[]> versions = new ConcurrentHashMap<>();
        /** The revisions at which the parents of an entry changed. */
        private final NavigableSet<Long> moves = new ConcurrentSkipListSet<>();
        private volatile Children children = new Children(-1, Map.of());

        private void record(String id, long revision, DirectoryEntry directoryEntry) {
            Version[] known = versions.get(id);
            if (known == null) {
                versions.put(id, new Version[] {version(revision, directoryEntry, null)});
                return;
            }
            Version last = known[known.length - 1];
            if (revision <= last.from || (directoryEntry != null && directoryEntry.equals(last.entry))) {
                return;
            }
            if (directoryEntry != null && last.entry != null && !directoryEntry.parents().equals(last.entry.parents())) {
                moves.add(revision);
            }
            Version[] grown = Arrays.copyOf(known, known.length + 1);
            grown[known.length] = version(revision, directoryEntry, last.named);
            versions.put(id, grown);
        }

        private static Version version(long from, DirectoryEntry directoryEntry, NameVersion last) {
            if (directoryEntry == null) {
                return new Version(from, null, null);
            }
            boolean sameName = last != null && last.name().equals(directoryEntry.name());
            return new Version(from, directoryEntry, sameName ? last : new NameVersion(directoryEntry.name(), from));
        }

        /** Returns the version that is valid at a revision, or null if the id did not exist yet. */
        Version at(String id, long revision) {
            Version[] known = versions.get(id);
            if (known == null) {
                return null;
            }
            for (int i = known.length - 1; i >= 0; i--) {
                if (known[i].from <= revision) {
                    return known[i];
                }
            }
            return null;
        }

        /** Returns whether the parents of any entry changed after one revision, up to another. */
        boolean hasMoves(long after, long upTo) {
            Long move = moves.higher(after);
            return move != null && move <= upTo;
        }

        private boolean hasMoved(String id, long after, long upTo) {
            Version base = at(id, after);
            return base != null && base.entry != null && Arrays.stream(versions.get(id))
                    .filter(version -> version.from > after && version.from <= upTo)
                    .anyMatch(version -> version.entry == null || !version.entry.parents().equals(base.entry.parents()));
        }

        Set<String> ids() {
            return versions.keySet();
        }

        /** Returns the direct children of each entry at a revision. The last result is cached, because most reads are of now. */
        Map<String, Set<String>> childrenAt(long revision) {
            Children last = children;
            if (last.revision == revision) {
                return last.byParent;
            }
            Map<String, Set<String>> byParent = new HashMap<>();
            versions.keySet().forEach(id -> {
                Version version = at(id, revision);
                if (version != null && version.entry != null) {
                    version.entry.parents().forEach(parent -> byParent
                            .computeIfAbsent(parent.id(), p -> new LinkedHashSet<>()).add(id));
                }
            });
            children = new Children(revision, byParent);
            return byParent;
        }

        private record Children(long revision, Map<String, Set<String>> byParent) {
        }
    }
}
