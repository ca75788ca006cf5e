package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.casus.http.Limits;
import org.casus.index.lucene.query.IndexView;
import org.casus.index.lucene.query.Matcher;
import org.casus.index.lucene.query.QueryContext;
import org.casus.index.lucene.segment.SegmentCache;
import org.casus.index.lucene.segment.SegmentPoints;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;
import org.casus.query.ClusterQuery;
import org.casus.query.Dimension;
import org.casus.query.Grid;
import org.casus.readmodel.Clusters;
import org.casus.readmodel.Clusters.Cell;
import org.casus.readmodel.Clusters.Share;
import org.casus.readmodel.Counts.Of;

/** Aggregates matching events by the grid cell that contains their point. */
public final class CellAggregation implements Matcher.Collecting {

    private static final int TABLE = Integer.highestOneBit(Limits.CELLS) * 4;

    private final ClusterQuery query;
    private final Grid grid;
    private final BoundingBox box;
    private final boolean world;
    private final GroupByAncestor types;
    private final SegmentCache cache;
    private final long[] keys = new long[TABLE];
    private final Sum[] sums = new Sum[TABLE];
    private int cells;
    private long total;
    private long unplaced;
    private LeafReaderContext leaf;
    private SegmentPoints segmentPoints;
    private int[] rootOf;

    /**
     * Creates the aggregation of one query.
     *
     * @param types the root types of documents
     */
    public CellAggregation(ClusterQuery query, GroupByAncestor types, SegmentCache cache) {
        this.query = query;
        this.grid = query.grid();
        this.box = query.area();
        this.world = box.equals(ClusterQuery.WORLD);
        this.types = types;
        this.cache = cache;
    }

    /** The figures of one cell. */
    private static final class Sum {
        private int count;
        private long lat;
        private long lon;
        private double west = Double.POSITIVE_INFINITY;
        private double south = Double.POSITIVE_INFINITY;
        private double east = Double.NEGATIVE_INFINITY;
        private double north = Double.NEGATIVE_INFINITY;
        private long deaths;
        private int[] byType = new int[GroupBy.FIRST + 8];
        private QueryContext.Hit first;

        void add(double itsLat, double itsLon) {
            count++;
            lat += Clusters.fixed(itsLat);
            lon += Clusters.fixed(itsLon);
            if (itsLon < west) {
                west = itsLon;
            }
            if (itsLon > east) {
                east = itsLon;
            }
            if (itsLat < south) {
                south = itsLat;
            }
            if (itsLat > north) {
                north = itsLat;
            }
        }

        void type(int number) {
            if (number >= byType.length) {
                byType = Arrays.copyOf(byType, 2 * number);
            }
            byType[number]++;
        }
    }

    /** Returns the number of events in all cells. */
    public long total() {
        return total;
    }

    /** Returns the number of events without a point. */
    public long unplaced() {
        return unplaced;
    }

    @Override
    public void enter(IndexView view, LeafReaderContext context) throws IOException {
        leaf = context;
        segmentPoints = cache.points(context);
        rootOf = types.firstOfEach(context.reader());
    }

    @Override
    public void collect(int doc) throws IOException {
        double lat = segmentPoints.lat(doc);
        if (Double.isNaN(lat)) {
            unplaced++;
            return;
        }
        double lon = segmentPoints.lon(doc);
        if (!world && !box.contains(new Point(lat, lon))) {
            return;
        }
        total++;
        lon = Grid.meridian(lon);
        Sum sum = sum((long) grid.column(lon) << Integer.SIZE | grid.row(lat));
        if (sum.count == 0) {
            sum.first = new QueryContext.Hit(leaf, doc);
        }
        sum.add(lat, lon);
        sum.deaths += segmentPoints.deaths(doc);
        sum.type(rootOf[segmentPoints.type(doc)]);
    }

    private Sum sum(long key) {
        int at = (int) (key * 0x9E3779B97F4A7C15L >>> Integer.SIZE) & TABLE - 1;
        while (sums[at] != null) {
            if (keys[at] == key) {
                return sums[at];
            }
            at = at + 1 & TABLE - 1;
        }
        if (++cells > Limits.CELLS) {
            throw query.tooMany();
        }
        keys[at] = key;
        sums[at] = new Sum();
        return sums[at];
    }

    /** Returns the cells that hold events. */
    public List<Cell> cells() {
        List<Cell> found = new ArrayList<>();
        for (int at = 0; at < TABLE; at++) {
            if (sums[at] != null) {
                found.add(cell((int) (keys[at] >>> Integer.SIZE), (int) keys[at], sums[at]));
            }
        }
        found.sort(Clusters.ORDER);
        return found;
    }

    private Cell cell(int column, int row, Sum sum) {
        List<Share> shares = new ArrayList<>();
        for (int number = GroupBy.FIRST; number < sum.byType.length; number++) {
            if (sum.byType[number] > 0) {
                Of type = (Of) types.value(Dimension.ROOT_TYPE, number);
                shares.add(new Share(type.id(), sum.byType[number]));
            }
        }
        shares.sort(Clusters.SHARES);
        return new Cell(column, row, sum.count, Clusters.mean(sum.lat, sum.count), Clusters.mean(sum.lon, sum.count),
                new BoundingBox(sum.west, sum.south, sum.east, sum.north), shares, sum.deaths,
                sum.count == 1 ? Optional.of(QueryContext.stored(sum.first)) : Optional.empty());
    }
}
