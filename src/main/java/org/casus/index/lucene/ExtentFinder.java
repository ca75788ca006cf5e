package org.casus.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.casus.index.lucene.query.Matches;
import org.casus.index.lucene.segment.Conjunction;
import org.casus.index.lucene.segment.DocIterator;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.index.lucene.segment.TimeIndex;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;
import org.casus.readmodel.Extent;

/** Finds the bounding box and the time range of the selected resources in one pass over them. An instance serves one query. */
final class ExtentFinder {

    private double west = Double.POSITIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private boolean timed;

    /** Returns the extent of all selected documents. */
    static Extent of(List<Matches> selections) throws IOException {
        ExtentFinder extentFinder = new ExtentFinder();
        for (Matches matches : selections) {
            for (LeafReaderContext leaf : matches.leaves()) {
                Conjunction selected = matches.in(leaf);
                if (selected != null) {
                    extentFinder.add(leaf.reader(), selected);
                }
            }
        }
        return extentFinder.extent();
    }

    private void add(LeafReader reader, Conjunction selected) throws IOException {
        NumericDocValues lats = DocValues.getNumeric(reader, LuceneFields.LAT);
        NumericDocValues lons = DocValues.getNumeric(reader, LuceneFields.LON);
        NumericDocValues begins = DocValues.getNumeric(reader, LuceneFields.EARLIEST);
        NumericDocValues ends = DocValues.getNumeric(reader, LuceneFields.LATEST);
        for (int doc = selected.next(0); doc != DocIterator.NO_MORE; doc = selected.next(doc + 1)) {
            place(Double.longBitsToDouble(TimeIndex.value(lats, doc)), Double.longBitsToDouble(TimeIndex.value(lons, doc)));
            time(TimeIndex.value(begins, doc), TimeIndex.value(ends, doc));
        }
    }

    private void place(double lat, double lon) {
        if (!Double.isNaN(lat)) {
            west = Math.min(west, lon);
            east = Math.max(east, lon);
            south = Math.min(south, lat);
            north = Math.max(north, lat);
        }
    }

    /** Adds a time range. A range that is open at both ends counts as no time. */
    private void time(long begins, long ends) {
        if (begins != Long.MIN_VALUE || ends != Long.MAX_VALUE) {
            timed = true;
            earliest = Math.min(earliest, begins);
            latest = Math.max(latest, ends);
        }
    }

    private Extent extent() {
        return new Extent(
                west > east ? Optional.empty() : Optional.of(new BoundingBox(west, south, east, north)),
                timed ? Optional.of(new TimeRange(
                        earliest == Long.MIN_VALUE ? null : Instant.ofEpochMilli(earliest),
                        latest == Long.MAX_VALUE ? null : Instant.ofEpochMilli(latest))) : Optional.empty());
    }
}
