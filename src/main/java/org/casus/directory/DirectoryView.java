package org.casus.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.directory.Directory.Version;
import org.casus.directory.Entry.Parent;
import org.casus.edtf.TimeRange;
import org.casus.vocabulary.ResourceKind;

/** The directory as it stood at one revision. Immutable in what it answers, cheap to make. */
public final class DirectoryView {

    private final Directory directory;
    private final long revision;

    DirectoryView(Directory directory, long revision) {
        this.directory = directory;
        this.revision = revision;
    }

    /** Something at or below an entry, and the time during which it is. */
    public record Below(String id, TimeRange during) {
    }

    public long revision() {
        return revision;
    }

    public Optional<Entry> entry(ResourceKind kind, String id) {
        return Optional.ofNullable(directory.shelf(kind).at(id, revision)).map(Version::entry);
    }

    /** What a reference shows. An id that the directory does not hold is shown as its own name. */
    public Named named(ResourceKind kind, String id) {
        Version version = directory.shelf(kind).at(id, revision);
        return version == null || version.entry() == null ? new Named(id, 0) : version.named();
    }

    /** Whether the id exists or existed by this revision. */
    public boolean known(ResourceKind kind, String id) {
        return directory.shelf(kind).at(id, revision) != null;
    }

    /** Whether nothing got other parents after an earlier revision, up to the latest that was recorded. */
    public boolean sameStructureSince(ResourceKind kind, long earlier) {
        return directory.shelf(kind).lastMove() <= earlier;
    }

    public Collection<String> ids(ResourceKind kind) {
        return directory.shelf(kind).ids().stream().filter(id -> entry(kind, id).isPresent()).toList();
    }

    /** The id itself and all that it stands below at some moment of {@code during}. */
    public Set<String> above(ResourceKind kind, String id, TimeRange during) {
        Map<String, List<TimeRange>> walked = new LinkedHashMap<>();
        climb(kind, id, during, walked);
        return walked.keySet();
    }

    private void climb(ResourceKind kind, String id, TimeRange during, Map<String, List<TimeRange>> walked) {
        if (isNew(id, during, walked)) {
            for (Parent parent : parents(kind, id)) {
                during.intersect(parent.during()).ifPresent(rest -> climb(kind, parent.id(), rest, walked));
            }
        }
    }

    /** Notes a time for an id, unless one that was walked already holds it: so diamonds and circles come to an end. */
    private static boolean isNew(String id, TimeRange during, Map<String, List<TimeRange>> walked) {
        List<TimeRange> times = walked.computeIfAbsent(id, i -> new ArrayList<>());
        return times.stream().noneMatch(during::within) && times.add(during);
    }

    private List<Parent> parents(ResourceKind kind, String id) {
        return entry(kind, id).map(Entry::parents).orElse(List.of());
    }

    /** The id itself and all that stands below it, each with a time during which it does. */
    public List<Below> below(ResourceKind kind, String id) {
        Map<String, List<TimeRange>> walked = new LinkedHashMap<>();
        descend(kind, id, TimeRange.ALWAYS, walked);
        List<Below> found = new ArrayList<>();
        walked.forEach((below, times) -> times.forEach(during -> found.add(new Below(below, during))));
        return found;
    }

    private void descend(ResourceKind kind, String id, TimeRange during, Map<String, List<TimeRange>> walked) {
        if (!isNew(id, during, walked)) {
            return;
        }
        for (String child : directory.shelf(kind).childrenAt(revision).getOrDefault(id, Set.of())) {
            for (Parent parent : parents(kind, child)) {
                if (parent.id().equals(id)) {
                    during.intersect(parent.during()).ifPresent(rest -> descend(kind, child, rest, walked));
                }
            }
        }
    }
}
