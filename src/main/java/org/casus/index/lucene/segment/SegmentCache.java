package org.casus.index.lucene.segment;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.Accountable;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.RamUsageEstimator;

/**
 * Caches data of segments while they are open: the times of their events, their points once a map was requested, and bit
 * sets of conditions that many of their documents meet. Segments are immutable, so no entry is ever stale. Bit sets make
 * counting cheap: a million documents that meet three conditions are counted in about ten microseconds. Lucene's own
 * query cache keeps other representations, which can only be iterated.
 */
public final class SegmentCache {

    /** By default, the cache takes at most one part in this many of the heap. Time indexes are not included. */
    private static final int PART = 8;
    /** A condition that fewer than one in this many documents meet is not cached: iterating over them is as fast. */
    private static final int DENSE = 256;
    /** Segments with fewer documents are not cached: iterating over them is as fast. */
    private static final int SMALL = 1 << 10;

    private record Known(CacheKey segment, Object what) {
    }

    /**
     * A cached value.
     *
     * @param bytes the size of the value and of its key, because a condition may be larger than the bits of a small
     *     segment
     */
    private record Held(Accountable value, long bytes) {

        static Held of(Object what, Accountable value) {
            return new Held(value, value.ramBytesUsed() + (what instanceof Query condition ? sizeOf(condition) : 0));
        }

        /**
         * Returns the approximate size of a query: its clauses, plus the text of our own query classes, which Lucene
         * cannot measure.
         */
        private static long sizeOf(Query condition) {
            return RamUsageEstimator.sizeOf(condition) + (long) Character.BYTES * condition.toString().length();
        }
    }

    private static final Object LIVE = "live";
    private static final Object POINTS = "points";

    private final Set<CacheKey> watched = ConcurrentHashMap.newKeySet();
    private final Map<CacheKey, TimeIndex> times = new ConcurrentHashMap<>();
    private final LinkedHashMap<Known, Held> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final long most;
    private final int small;
    private long bytes;

    /** Creates an empty cache. */
    public SegmentCache() {
        this(Runtime.getRuntime().maxMemory() / PART, SMALL);
    }

    /**
     * Creates an empty cache.
     *
     * @param most the maximum number of bytes for bit sets, their conditions and points
     * @param small segments with fewer documents are not cached
     */
    public SegmentCache(long most, int small) {
        this.most = most;
        this.small = small;
    }

    /** Returns the time index of a segment of events. */
    public TimeIndex times(LeafReader reader) {
        CacheHelper helper = reader.getCoreCacheHelper();
        TimeIndex known = times.get(helper.getKey());
        if (known == null) {
            known = TimeIndex.of(reader);
            times.put(helper.getKey(), known);
            watch(helper);
        }
        return known;
    }

    /**
     * Returns the points of a segment of events. They are held in memory, unless the points of the whole index would take
     * more than half of the cache.
     */
    public SegmentPoints points(LeafReaderContext leaf) throws IOException {
        LeafReader reader = leaf.reader();
        long all = ReaderUtil.getTopLevelContext(leaf).reader().maxDoc();
        if (reader.maxDoc() < small || all * SegmentPoints.BYTES > most / 2) {
            return SegmentPoints.read(reader);
        }
        CacheHelper helper = reader.getCoreCacheHelper();
        SegmentPoints known = (SegmentPoints) kept(helper.getKey(), POINTS);
        if (known == null) {
            SegmentPoints.Kept fresh = SegmentPoints.kept(reader);
            put(helper, POINTS, fresh);
            known = fresh;
        }
        return known;
    }

    /** Returns the documents that meet a condition, or null if they are not cached. */
    public FixedBitSet find(LeafReader reader, Query condition) {
        if (reader.maxDoc() < small) {
            return null;
        }
        return (FixedBitSet) kept(reader.getCoreCacheHelper().getKey(), condition);
    }

    /** Returns the documents that meet a condition in the form that is fastest to iterate. Many documents are cached as bits. */
    public DocIterator keep(LeafReader reader, Query condition, DocIterator docIterator, QueryBudget budget) throws IOException {
        if (reader.maxDoc() < small || docIterator.cost() < reader.maxDoc() / DENSE) {
            return docIterator;
        }
        FixedBitSet bits = new FixedBitSet(reader.maxDoc());
        for (int doc = docIterator.next(0); doc != DocIterator.NO_MORE; doc = docIterator.next(doc + 1)) {
            bits.set(doc);
            budget.step();
        }
        put(reader.getCoreCacheHelper(), condition, bits);
        return new DocIterator.OfBits(bits);
    }

    /** Returns the documents that are not deleted, or null if none is deleted. */
    public FixedBitSet live(LeafReader reader) {
        Bits live = reader.getLiveDocs();
        if (live == null) {
            return null;
        }
        CacheHelper helper = reader.getReaderCacheHelper();
        FixedBitSet known = (FixedBitSet) kept(helper.getKey(), LIVE);
        if (known == null) {
            known = FixedBitSet.copyOf(live);
            put(helper, LIVE, known);
        }
        return known;
    }

    /** Returns the memory of bit sets, of the conditions that they belong to, and of points. */
    public long bytes() {
        synchronized (kept) {
            return bytes;
        }
    }

    private Accountable kept(CacheKey segment, Object what) {
        synchronized (kept) {
            Held held = kept.get(new Known(segment, what));
            return held == null ? null : held.value;
        }
    }

    private void put(CacheHelper helper, Object what, Accountable value) {
        watch(helper);
        Held held = Held.of(what, value);
        synchronized (kept) {
            Held last = kept.put(new Known(helper.getKey(), what), held);
            bytes += held.bytes - (last == null ? 0 : last.bytes);
            var eldest = kept.entrySet().iterator();
            while (bytes > most && eldest.hasNext()) {
                bytes -= eldest.next().getValue().bytes;
                eldest.remove();
            }
        }
    }

    /** Removes the data of a segment from the cache when it is closed. */
    private void watch(CacheHelper helper) {
        if (watched.add(helper.getKey())) {
            helper.addClosedListener(this::forget);
        }
    }

    private void forget(CacheKey segment) {
        watched.remove(segment);
        times.remove(segment);
        synchronized (kept) {
            kept.entrySet().removeIf(entry -> {
                boolean gone = entry.getKey().segment.equals(segment);
                bytes -= gone ? entry.getValue().bytes : 0;
                return gone;
            });
        }
    }
}
