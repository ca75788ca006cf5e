package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.casus.http.Limits;
import org.casus.index.lucene.query.Look;
import org.casus.index.lucene.query.Selector;
import org.casus.index.lucene.query.Vantage;
import org.casus.index.lucene.segment.Points;
import org.casus.index.lucene.segment.Segments;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;
import org.casus.query.ClusterQuery;
import org.casus.query.Dimension;
import org.casus.query.Grid;
import org.casus.readmodel.Clusters;
import org.casus.readmodel.Clusters.Cell;
import org.casus.readmodel.Clusters.Share;
import org.casus.readmodel.Counts.Of;

/** Sums up the documents that a search finds by the cell of the grid that they lie in. */
public final class CellTally implements Selector.Collecting {

    private static final int TABLE = Integer.highestOneBit(Limits.CELLS) * 4;

    private final ClusterQuery query;
    private final Grid grid;
    private final BoundingBox box;
    private final boolean world;
    private final AboveAxis types;
    private final Segments segments;
    private final long[] keys = new long[TABLE];
    private final Sum[] sums = new Sum[TABLE];
    private int cells;
    private long total;
    private long unplaced;
    private LeafReaderContext leaf;
    private Points points;
    private int[] rootOf;

    /** @param types the root types of documents */
    public CellTally(ClusterQuery query, AboveAxis types, Segments segments) {
        this.query = query;
        this.grid = query.grid();
        this.box = query.area();
        this.world = box.equals(ClusterQuery.WORLD);
        this.types = types;
        this.segments = segments;
    }

    /** What is known of one cell. */
    private static final class Sum {
        private int count;
        private long lat;
        private long lon;
        private double west = Double.POSITIVE_INFINITY;
        private double south = Double.POSITIVE_INFINITY;
        private double east = Double.NEGATIVE_INFINITY;
        private double north = Double.NEGATIVE_INFINITY;
        private long deaths;
        private int[] byType = new int[Axis.FIRST + 8];
        private Look.Hit first;

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
    public void enter(Vantage vantage, LeafReaderContext context) throws IOException {
        leaf = context;
        points = segments.points(context);
        rootOf = types.firstOfEach(context.reader());
    }

    @Override
    public void collect(int doc) throws IOException {
        double lat = points.lat(doc);
        if (Double.isNaN(lat)) {
            unplaced++;
            return;
        }
        double lon = points.lon(doc);
        if (!world && !box.contains(new Point(lat, lon))) {
            return;
        }
        total++;
        lon = Grid.meridian(lon);
        Sum sum = sum((long) grid.column(lon) << Integer.SIZE | grid.row(lat));
        if (sum.count == 0) {
            sum.first = new Look.Hit(leaf, doc);
        }
        sum.add(lat, lon);
        sum.deaths += points.deaths(doc);
        sum.type(rootOf[points.type(doc)]);
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
        for (int number = Axis.FIRST; number < sum.byType.length; number++) {
            if (sum.byType[number] > 0) {
                Of type = (Of) types.value(Dimension.ROOT_TYPE, number);
                shares.add(new Share(type.id(), sum.byType[number]));
            }
        }
        shares.sort(Clusters.SHARES);
        return new Cell(column, row, sum.count, Clusters.mean(sum.lat, sum.count), Clusters.mean(sum.lon, sum.count),
                new BoundingBox(sum.west, sum.south, sum.east, sum.north), shares, sum.deaths,
                sum.count == 1 ? Optional.of(Look.stored(sum.first)) : Optional.empty());
    }
}
