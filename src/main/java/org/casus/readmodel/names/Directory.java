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
 * Every version of every entry. Append-only: {@link #record} is called by one thread, in the order of revisions for
 * each id; readers take a {@link DirectoryView} of their revision and see nothing later.
 */
public final class Directory {

    /** The kinds that have entries. References to all others carry the title that stood when they were written. */
    public static final Set<ResourceKind> KINDS =
            Set.of(ResourceKind.ACTOR, ResourceKind.PLACE, ResourceKind.EVENT_TYPE, ResourceKind.DATASET);

    private final Map<ResourceKind, Shelf> shelves = new EnumMap<>(ResourceKind.class);

    public Directory() {
        KINDS.forEach(kind -> shelves.put(kind, new Shelf()));
    }

    /** From {@code revision} on the entry holds, or nothing does: an empty entry is a tombstone. */
    public void record(ResourceKind kind, String id, long revision, Optional<DirectoryEntry> entry) {
        shelves.get(kind).record(id, revision, entry.orElse(null));
    }

    /** The directory as it stood at a revision. */
    public DirectoryView at(long revision) {
        return new DirectoryView(this, revision);
    }

    /** Whether what stood below something at one revision stood below something else at any later one up to another. */
    public boolean hasMoved(ResourceKind kind, String id, long after, long upTo) {
        return shelves.get(kind).hasMoved(id, after, upTo);
    }

    Shelf shelf(ResourceKind kind) {
        return shelves.get(kind);
    }

    /** One state of an entry, with its name and since when it has it; a tombstone has neither. */
    record Version(long from, DirectoryEntry entry, NameVersion named) {
    }

    /** All entries of one kind. */
    static final class Shelf {

        private final Map<String, Version[]> versions = new ConcurrentHashMap<>();
        /** The revisions at which an entry got other parents than it had. */
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

        /** The version that holds at a revision, or null where the id was not yet known then. */
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

        /** Whether an entry got other parents than it had. */
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

        /** The direct children of each entry at a revision. The last result is kept, since most readers ask as of now. */
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
