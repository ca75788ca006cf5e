package org.casus.readmodel.names;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.casus.model.edtf.TimeRange;
import org.casus.readmodel.names.DirectoryEntry.Parent;
import org.casus.readmodel.names.DirectoryView.Below;

/**
 * A breadth-first traversal of a hierarchy, up or down, whose edges are valid for a time. It continues from an id that it has
 * visited before only if it arrives with a time that is not covered there yet. Cycles therefore end, and the cost of
 * memberships with shifted times grows only with their number.
 */
final class HierarchyWalk {

    private final Map<String, List<TimeRange>> found = new LinkedHashMap<>();
    private final Deque<Below> open = new ArrayDeque<>();

    private HierarchyWalk() {
    }

    /**
     * Returns the reached ids, beginning with the start, the nearest first, each with the disjoint times at which it is reached.
     *
     * @param next returns the edges from an id, each with its target and its time
     */
    static Map<String, List<TimeRange>> from(String id, TimeRange during, Function<String, List<Parent>> next) {
        HierarchyWalk hierarchyWalk = new HierarchyWalk();
        hierarchyWalk.open.add(new Below(id, during));
        while (!hierarchyWalk.open.isEmpty()) {
            hierarchyWalk.step(hierarchyWalk.open.remove(), next);
        }
        return hierarchyWalk.found;
    }

    private void step(Below at, Function<String, List<Parent>> next) {
        if (isNew(at)) {
            for (Parent edge : next.apply(at.id())) {
                at.during().intersect(edge.during()).ifPresent(rest -> open.add(new Below(edge.id(), rest)));
            }
        }
    }

    private boolean isNew(Below at) {
        List<TimeRange> times = found.computeIfAbsent(at.id(), id -> new ArrayList<>());
        if (times.stream().anyMatch(at.during()::within)) {
            return false;
        }
        TimeRange whole = times.stream().filter(at.during()::overlaps).reduce(at.during(), TimeRange::span);
        times.removeIf(whole::overlaps);
        return times.add(whole);
    }
}
