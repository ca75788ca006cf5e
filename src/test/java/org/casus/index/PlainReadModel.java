package org.casus.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.casus.model.ResourceKey;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;
import org.casus.query.ClusterQuery;
import org.casus.query.CountQuery;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.Position;
import org.casus.readmodel.Clusters;
import org.casus.readmodel.Counts;
import org.casus.readmodel.Document;
import org.casus.readmodel.Extent;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.names.Directory;
import org.casus.readmodel.names.DirectoryView;

/**
 * The obviously right read model, slow and small: every state in a map, every question answered by looking at all of
 * them. What it answers is what Lucene has to answer. Asked by one thread.
 */
final class PlainReadModel implements ReadModel {

    private final Directory directory;
    private final Map<ResourceKey, Document> current = new ConcurrentHashMap<>();
    /** By the revision that ended them. */
    private final TreeMap<Long, Superseded> superseded = new TreeMap<>();
    /** The states of a kind at a revision, until more are applied: a filter may ask for them once for each state. */
    private final Map<String, List<Document>> states = new ConcurrentHashMap<>();
    private long published;

    PlainReadModel(Directory directory) {
        this.directory = directory;
    }

    /** The states that hold at a revision. */
    private List<Document> states(ResourceKind kind, long revision) {
        return states.computeIfAbsent(kind + " at " + revision, unknown -> Stream.concat(
                        current.values().stream(),
                        superseded.tailMap(revision, false).values().stream().map(Superseded::state))
                .filter(state -> state.kind() == kind && state.revision() <= revision)
                .toList());
    }

    @Override
    public long revision() {
        return published;
    }

    @Override
    public Lookup find(ResourceKind kind, String id, OptionalLong asOf) {
        long revision = asOf.orElse(published);
        for (Document state : states(kind, revision)) {
            if (state.id().equals(id)) {
                return new Present(stored(state), directory.at(revision));
            }
        }
        for (Superseded last : superseded.headMap(revision, true).descendingMap().values()) {
            if (last.state().kind() == kind && last.state().id().equals(id)) {
                return new Gone(last.ended(), last.reason().orElseThrow());
            }
        }
        return new Absent();
    }

    @Override
    public boolean knows(ResourceKind kind, String id, long revision) {
        return !(find(kind, id, OptionalLong.of(revision)) instanceof Absent);
    }

    @Override
    public Page list(ListQuery query, OptionalLong asOf) {
        DirectoryView names = directory.at(asOf.orElse(published));
        PlainFilters filters = new PlainFilters(kind -> states(kind, names.revision()), names);
        PlainOrder order = new PlainOrder(query.sort(), state -> filters.score(state, query.filters()));
        List<Document> found = states(query.kind(), names.revision()).stream()
                .filter(state -> filters.meets(state, query.filters()))
                .sorted(order)
                .toList();
        List<Position> positions = found.stream().map(order::position).toList();
        int from = Math.min(found.size(),
                query.after().map(position -> positions.indexOf(position) + 1).orElse(0) + query.offset());
        int to = Math.min(found.size(), from + query.limit());
        List<Stored> items = new ArrayList<>();
        found.subList(from, to).forEach(state -> items.add(stored(state)));
        return new Page(items, found.size(), names,
                to < found.size() ? Optional.of(positions.get(to - 1)) : Optional.empty());
    }

    @Override
    public Counts counts(CountQuery query, OptionalLong asOf) {
        DirectoryView names = directory.at(asOf.orElse(published));
        PlainFilters filters = new PlainFilters(kind -> states(kind, names.revision()), names);
        return new PlainCounts(query, states(ResourceKind.EVENT, names.revision()), filters::meets, names).answer();
    }

    @Override
    public Extent extent(ResourceKind kind, List<Filter> filters, OptionalLong asOf) {
        DirectoryView names = directory.at(asOf.orElse(published));
        PlainFilters plain = new PlainFilters(of -> states(of, names.revision()), names);
        List<Document> found = states(kind, names.revision()).stream().filter(state -> plain.meets(state, filters)).toList();
        List<Point> points = found.stream().flatMap(state -> state.point().stream()).toList();
        List<TimeRange> times = found.stream().map(Document::time).filter(time -> !time.equals(TimeRange.ALWAYS)).toList();
        return new Extent(
                points.isEmpty() ? Optional.empty() : Optional.of(new BoundingBox(
                        points.stream().mapToDouble(Point::lon).min().getAsDouble(),
                        points.stream().mapToDouble(Point::lat).min().getAsDouble(),
                        points.stream().mapToDouble(Point::lon).max().getAsDouble(),
                        points.stream().mapToDouble(Point::lat).max().getAsDouble())),
                times.stream().reduce((one, other) -> new TimeRange(
                        one.earliest() == null || other.earliest() == null ? null
                                : one.earliest().isBefore(other.earliest()) ? one.earliest() : other.earliest(),
                        one.latest() == null || other.latest() == null ? null
                                : one.latest().isAfter(other.latest()) ? one.latest() : other.latest())));
    }

    @Override
    public Clusters clusters(ClusterQuery query, OptionalLong asOf) {
        DirectoryView names = directory.at(asOf.orElse(published));
        PlainFilters filters = new PlainFilters(kind -> states(kind, names.revision()), names);
        List<Document> found = states(ResourceKind.EVENT, names.revision()).stream()
                .filter(event -> filters.meets(event, query.filters())).toList();
        return new PlainClusters(query, found, names).answer();
    }

    static Stored stored(Document state) {
        return new Stored(state.template());
    }

    @Override
    public DirectoryView names(long revision) {
        return directory.at(revision);
    }

    @Override
    public long resumeFrom() {
        return -1;
    }

    @Override
    public void clear() {
        current.clear();
        superseded.clear();
        states.clear();
    }

    @Override
    public void apply(Changes changes, DirectoryView names) {
        states.clear();
        changes.superseded().forEach(ended -> superseded.put(ended.ended(), ended));
        changes.removed().forEach(current::remove);
        changes.current().forEach(state -> current.put(new ResourceKey(state.kind(), state.id()), state));
    }

    /** Nothing needs to be brought again when something moves: nothing is derived from what stands above. */
    @Override
    public void standingBelow(Collection<ResourceKey> entries, Consumer<List<ResourceKey>> portions) {
        // it looks at the directory whenever it is asked
    }

    @Override
    public void publish(long revision) {
        published = revision;
    }

    @Override
    public void keep() {
        // in memory alone
    }
}
