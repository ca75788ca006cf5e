package org.casus.readmodel.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.readmodel.names.Directory.Version;
import org.casus.readmodel.names.DirectoryEntry.Parent;

/** A view of the directory at one revision. Its results never change, and it is cheap to create. */
public final class DirectoryView {

    private final Directory directory;
    private final long revision;

    DirectoryView(Directory directory, long revision) {
        this.directory = directory;
        this.revision = revision;
    }

    /** An entry or a descendant of one, and the time during which it is a descendant. */
    public record Below(String id, TimeRange during) {
    }

    public long revision() {
        return revision;
    }

    public Optional<DirectoryEntry> entry(ResourceKind kind, String id) {
        return Optional.ofNullable(directory.shelf(kind).at(id, revision)).map(Version::entry);
    }

    /** Returns the name that a reference shows. An id without an entry is shown as its own name. */
    public NameVersion named(ResourceKind kind, String id) {
        Version version = directory.shelf(kind).at(id, revision);
        return version == null || version.entry() == null ? new NameVersion(id, 0) : version.named();
    }

    /** Returns whether the id exists at this revision or existed before it. */
    public boolean known(ResourceKind kind, String id) {
        return directory.shelf(kind).at(id, revision) != null;
    }

    /** Returns whether no entry has changed its parents since an earlier revision. */
    public boolean sameStructureSince(ResourceKind kind, long earlier) {
        return !directory.shelf(kind).hasMoves(earlier, revision);
    }

    public Collection<String> ids(ResourceKind kind) {
        return directory.shelf(kind).ids().stream().filter(id -> entry(kind, id).isPresent()).toList();
    }

    /** Returns the id itself and all its ancestors at any moment of {@code during}, the nearest first. */
    public Set<String> above(ResourceKind kind, String id, TimeRange during) {
        return HierarchyWalk.from(id, during, at -> parents(kind, at)).keySet();
    }

    private List<Parent> parents(ResourceKind kind, String id) {
        return entry(kind, id).map(DirectoryEntry::parents).orElse(List.of());
    }

    /** Returns the id itself and all its descendants, the nearest first, each with a time during which it is one. */
    public List<Below> below(ResourceKind kind, String id) {
        Map<String, Set<String>> children = directory.shelf(kind).childrenAt(revision);
        List<Below> found = new ArrayList<>();
        HierarchyWalk.from(id, TimeRange.ALWAYS, at -> children(kind, at, children.getOrDefault(at, Set.of())))
                .forEach((below, times) -> times.forEach(during -> found.add(new Below(below, during))));
        return found;
    }

    private List<Parent> children(ResourceKind kind, String id, Set<String> children) {
        return children.stream().flatMap(child -> parents(kind, child).stream()
                .filter(parent -> parent.id().equals(id))
                .map(parent -> new Parent(child, parent.during()))).toList();
    }
}
