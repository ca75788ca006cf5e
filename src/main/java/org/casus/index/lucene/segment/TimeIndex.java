package org.casus.index.lucene.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * A coarse in-memory index of the start and end times of one segment of events. The segment is sorted by start time,
 * newest first, so a time is found by binary search. Of the events that start before a window, those that last into it
 * are found by skipping blocks in which no event lasts that long.
 */
public final class TimeIndex {

    private static final int SHIFT = 6;
    private static final int BLOCK = 1 << SHIFT;

    private final int size;
    /** The start time of the first document of each block. */
    private final long[] begins;
    /** The latest end time in each block, then in each group of 64 blocks, and so on up to a single group. */
    private final List<long[]> lasts = new ArrayList<>();

    private TimeIndex(int size, long[] begins, long[] lasts) {
        this.size = size;
        this.begins = begins;
        this.lasts.add(lasts);
        for (long[] level = lasts; level.length > 1; level = this.lasts.get(this.lasts.size() - 1)) {
            long[] above = new long[blocks(level.length)];
            Arrays.fill(above, Long.MIN_VALUE);
            for (int i = 0; i < level.length; i++) {
                above[i >> SHIFT] = Math.max(above[i >> SHIFT], level[i]);
            }
            this.lasts.add(above);
        }
    }

    static TimeIndex of(LeafReader reader) {
        try {
            int size = reader.maxDoc();
            long[] begins = new long[blocks(size)];
            long[] lasts = new long[blocks(size)];
            NumericDocValues earliest = DocValues.getNumeric(reader, LuceneFields.EARLIEST);
            NumericDocValues latest = DocValues.getNumeric(reader, LuceneFields.LATEST);
            Arrays.fill(lasts, Long.MIN_VALUE);
            for (int doc = 0; doc < size; doc++) {
                if ((doc & BLOCK - 1) == 0) {
                    begins[doc >> SHIFT] = value(earliest, doc);
                }
                lasts[doc >> SHIFT] = Math.max(lasts[doc >> SHIFT], value(latest, doc));
            }
            return new TimeIndex(size, begins, lasts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int blocks(int size) {
        return size + BLOCK - 1 >> SHIFT;
    }

    /** Returns the first document that starts at or before a time, or the size of the segment if there is none. */
    public int firstAtOrBefore(long moment, NumericDocValues earliest) throws IOException {
        int low = 0;
        int high = begins.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (begins[middle] <= moment) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        int doc = Math.max(0, low - 1) << SHIFT;
        int end = Math.min(size, low << SHIFT);
        while (doc < end) {
            int middle = doc + end >>> 1;
            if (value(earliest, middle) <= moment) {
                end = middle;
            } else {
                doc = middle + 1;
            }
        }
        return doc;
    }

    /**
     * Returns the first document at or after another one that ends at or after a time, or the size of the segment if
     * there is none.
     */
    int nextLasting(int from, long moment, NumericDocValues latest) throws IOException {
        int doc = from;
        while (doc < size) {
            int next = blockLasting(doc >> SHIFT, moment) << SHIFT;
            doc = Math.max(doc, next);
            int end = Math.min(size, (doc >> SHIFT) + 1 << SHIFT);
            for (; doc < end; doc++) {
                if (value(latest, doc) >= moment) {
                    return doc;
                }
            }
        }
        return size;
    }

    /** Returns the first block at or after another one with an event that ends at or after a time. */
    private int blockLasting(int from, long moment) {
        int level = 0;
        int at = from;
        while (true) {
            long[] last = lasts.get(level);
            if (at >= last.length) {
                return blocks(size);
            }
            if (last[at] >= moment) {
                if (level == 0) {
                    return at;
                }
                level--;
                at <<= SHIFT;
            } else {
                at++;
                while ((at & BLOCK - 1) == 0 && level + 1 < lasts.size()) {
                    at >>= SHIFT;
                    level++;
                }
            }
        }
    }

    /** Returns the number of documents. */
    public int size() {
        return size;
    }

    /** Reads the value of a document, which must have one. */
    public static long value(NumericDocValues values, int doc) throws IOException {
        values.advanceExact(doc);
        return values.longValue();
    }
}
