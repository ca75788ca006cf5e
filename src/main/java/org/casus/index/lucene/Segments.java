package org.casus.index.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * What is kept in memory of segments as long as they are open: when their events are, and as bits the conditions that
 * many of their documents meet. Segments never change, so nothing here is ever stale. Bits are what makes counting
 * cheap: a million documents that meet three conditions are counted in some ten microseconds. Lucene's own query cache
 * keeps other forms, which can only be walked.
 */
final class Segments {

    /** Bytes that bits may take unless told otherwise. */
    private static final long MOST = 64 << 20;
    /** Fewer documents than one in so many are walked as quickly. */
    private static final int DENSE = 256;
    /** Smaller segments are walked as quickly. */
    private static final int SMALL = 1 << 10;

    private record Known(CacheKey segment, Object what) {
    }

    private static final Object LIVE = "live";

    private final Set<CacheKey> watched = ConcurrentHashMap.newKeySet();
    private final Map<CacheKey, Times> times = new ConcurrentHashMap<>();
    private final LinkedHashMap<Known, FixedBitSet> sets = new LinkedHashMap<>(64, 0.75f, true);
    private final long most;
    private final int small;
    private long bytes;

    Segments() {
        this(MOST, SMALL);
    }

    /**
     * @param most bytes that bits may take
     * @param small documents of a segment of which no bits are kept
     */
    Segments(long most, int small) {
        this.most = most;
        this.small = small;
    }

    /** Of a segment of events. */
    Times times(LeafReader reader) {
        CacheHelper helper = reader.getCoreCacheHelper();
        Times known = times.get(helper.getKey());
        if (known == null) {
            known = Times.of(reader);
            times.put(helper.getKey(), known);
            watch(helper);
        }
        return known;
    }

    /** The documents that meet a condition, if they are kept; else null. */
    FixedBitSet find(LeafReader reader, Query condition) {
        if (reader.maxDoc() < small) {
            return null;
        }
        synchronized (sets) {
            return sets.get(new Known(reader.getCoreCacheHelper().getKey(), condition));
        }
    }

    /** The documents that meet a condition as it is best to walk them: many are kept as bits. */
    Docs keep(LeafReader reader, Query condition, Docs docs, Budget budget) throws IOException {
        if (reader.maxDoc() < small || docs.cost() < reader.maxDoc() / DENSE) {
            return docs;
        }
        FixedBitSet bits = new FixedBitSet(reader.maxDoc());
        for (int doc = docs.next(0); doc != Docs.NO_MORE; doc = docs.next(doc + 1)) {
            bits.set(doc);
            budget.step();
        }
        put(reader.getCoreCacheHelper(), condition, bits);
        return new Docs.OfBits(bits);
    }

    /** The documents that are not deleted, null where none is. */
    FixedBitSet live(LeafReader reader) {
        Bits live = reader.getLiveDocs();
        if (live == null) {
            return null;
        }
        CacheHelper helper = reader.getReaderCacheHelper();
        FixedBitSet known;
        synchronized (sets) {
            known = sets.get(new Known(helper.getKey(), LIVE));
        }
        if (known == null) {
            known = FixedBitSet.copyOf(live);
            put(helper, LIVE, known);
        }
        return known;
    }

    /** What bits take. */
    long bytes() {
        synchronized (sets) {
            return bytes;
        }
    }

    private void put(CacheHelper helper, Object what, FixedBitSet bits) {
        watch(helper);
        synchronized (sets) {
            FixedBitSet last = sets.put(new Known(helper.getKey(), what), bits);
            bytes += bits.ramBytesUsed() - (last == null ? 0 : last.ramBytesUsed());
            var eldest = sets.entrySet().iterator();
            while (bytes > most && eldest.hasNext()) {
                bytes -= eldest.next().getValue().ramBytesUsed();
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
        synchronized (sets) {
            sets.entrySet().removeIf(entry -> {
                boolean gone = entry.getKey().segment.equals(segment);
                bytes -= gone ? entry.getValue().ramBytesUsed() : 0;
                return gone;
            });
        }
    }
}
