package org.casus.index.lucene.segment;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.FixedBitSet;
import org.casus.index.lucene.segment.TimeWindowQuery.Overlapping;

/**
 * The documents of one segment that meet all required conditions and none of the excluded ones. An instance supports one
 * iteration by one thread, or several if {@link #again} is true.
 */
public final class Conjunction {

    private final int size;
    private final DocIterator[] required;
    private final DocIterator[] excluded;
    private final FixedBitSet live;
    private final QueryBudget budget;

    /**
     * Creates a conjunction.
     *
     * @param live the documents that are not deleted; null if none is deleted
     */
    public Conjunction(int size, List<DocIterator> required, List<DocIterator> excluded, FixedBitSet live, QueryBudget budget) {
        this.size = size;
        this.required = required.stream().sorted(Comparator.comparingLong(DocIterator::cost)).toArray(DocIterator[]::new);
        this.excluded = excluded.toArray(DocIterator[]::new);
        this.live = live;
        this.budget = budget;
    }

    /** Returns the first match at or after a document. Calls must be in ascending order. */
    public int next(int from) throws IOException {
        int doc = from;
        while (doc < size) {
            budget.step();
            int met = allMeet(doc);
            if (met == doc && (live == null || live.get(doc)) && !isExcluded(doc)) {
                return doc;
            }
            doc = met == doc ? doc + 1 : met;
        }
        return DocIterator.NO_MORE;
    }

    /** Returns the document itself if it meets all required conditions, else a later one before which no document does. */
    private int allMeet(int doc) throws IOException {
        for (DocIterator condition : required) {
            int next = condition.next(doc);
            if (next != doc) {
                return next;
            }
        }
        return doc;
    }

    private boolean isExcluded(int doc) throws IOException {
        for (DocIterator condition : excluded) {
            if (condition.next(doc) == doc) {
                return true;
            }
        }
        return false;
    }

    /** Counts the matches. This ends the iteration. */
    public long count() throws IOException {
        if (!isBits(excluded)) {
            return walk(0);
        }
        Overlapping window = null;
        for (DocIterator condition : required) {
            if (condition instanceof Overlapping overlapping && window == null) {
                window = overlapping;
            } else if (condition.bits() == null) {
                return walk(0);
            }
        }
        return window == null ? bits(0, size) : bits(window.first(), window.end()) + walk(window.end());
    }

    /** Returns whether the matches can be iterated again. */
    public boolean again() {
        return Stream.of(required, excluded).flatMap(Arrays::stream).allMatch(DocIterator::again);
    }

    private static boolean isBits(DocIterator[] conditions) {
        for (DocIterator condition : conditions) {
            if (condition.bits() == null) {
                return false;
            }
        }
        return true;
    }

    private long walk(int from) throws IOException {
        long count = 0;
        for (int doc = next(from); doc != DocIterator.NO_MORE; doc = next(doc + 1)) {
            count++;
        }
        return count;
    }

    /** Counts the matches in a range of documents, 64 at a time. */
    private long bits(int from, int end) {
        if (from >= end) {
            return 0;
        }
        long[][] all = words(required, live);
        long[][] none = words(excluded, null);
        long count = 0;
        int last = end - 1 >> 6;
        for (int i = from >> 6; i <= last; i++) {
            long word = -1L;
            for (long[] words : all) {
                word &= words[i];
            }
            for (long[] words : none) {
                word &= ~words[i];
            }
            if (i == from >> 6) {
                word &= -1L << from;
            }
            if (i == last) {
                word &= -1L >>> -end;
            }
            count += Long.bitCount(word);
        }
        return count;
    }

    private static long[][] words(DocIterator[] conditions, FixedBitSet further) {
        long[][] words = new long[conditions.length + 1][];
        int count = 0;
        for (DocIterator condition : conditions) {
            if (condition.bits() != null) {
                words[count++] = condition.bits().getBits();
            }
        }
        if (further != null) {
            words[count++] = further.getBits();
        }
        return Arrays.copyOf(words, count);
    }
}
