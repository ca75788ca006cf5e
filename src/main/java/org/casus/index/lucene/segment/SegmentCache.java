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
 * Caches data of segments as long as they are open: the times of their events, their points once a map was requested, and bit sets of
 * conditions that many of their documents meet. Segments never change, so nothing here is ever stale. Bits are what makes counting
 * cheap: a million documents that meet three conditions are counted in some ten microseconds. Lucene's own query cache
 * keeps other forms, which can only be walked.
 */
public final class SegmentCache {

    /** One part in so many of the memory may be taken, but for times, unless told otherwise. */
    private static final int PART = 8;
    /** Fewer documents than one in so many are walked as quickly. */
    private static final int DENSE = 256;
    /** Smaller segments are walked as quickly. */
    private static final int SMALL = 1 << 10;

    private record Known(CacheKey segment, Object what) {
    }

    /** @param bytes with what it is known by: a condition may be larger than the bits of a small segment */
    private record Held(Accountable value, long bytes) {

        static Held of(Object what, Accountable value) {
            return new Held(value, value.ramBytesUsed() + (what instanceof Query condition ? sizeOf(condition) : 0));
        }

        /** About what its clauses take, and the texts of ours, which Lucene does not know. */
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
     * @param most bytes that bits, their conditions and places may take
     * @param small documents of a segment of which no bits are kept
     */
    public SegmentCache(long most, int small) {
        this.most = most;
        this.small = small;
    }

    /** Of a segment of events. */
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

    /** Of a segment of events: in memory, unless the places of the whole index would crowd out everything else. */
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

    /** The documents that meet a condition, if they are kept; else null. */
    public FixedBitSet find(LeafReader reader, Query condition) {
        if (reader.maxDoc() < small) {
            return null;
        }
        return (FixedBitSet) kept(reader.getCoreCacheHelper().getKey(), condition);
    }

    /** The documents that meet a condition as it is best to walk them: many are kept as bits. */
    public DocIterator keep(LeafReader reader, Query condition, DocIterator docIterator, QueryBudget queryBudget) throws IOException {
        if (reader.maxDoc() < small || docIterator.cost() < reader.maxDoc() / DENSE) {
            return docIterator;
        }
        FixedBitSet bits = new FixedBitSet(reader.maxDoc());
        for (int doc = docIterator.next(0); doc != DocIterator.NO_MORE; doc = docIterator.next(doc + 1)) {
            bits.set(doc);
            queryBudget.step();
        }
        put(reader.getCoreCacheHelper(), condition, bits);
        return new DocIterator.OfBits(bits);
    }

    /** The documents that are not deleted, null where none is. */
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

    /** Forgets a segment when it is closed. */
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
