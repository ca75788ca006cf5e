package org.casus.index.lucene.count;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.casus.index.lucene.query.IndexView;
import org.casus.index.lucene.query.Matcher;
import org.casus.index.lucene.segment.LuceneFields;
import org.casus.query.CountQuery;
import org.casus.query.Dimension;
import org.casus.query.TimeBucket;

/**
 * Counts matching documents from their doc values into an {@link Aggregation}. A key combines the numbers of all
 * groupings and, in its lowest digits, the number of the time bucket.
 */
final class CountCollector implements Matcher.Collecting {

    /** The number of times in a key: the days of ten thousand years and one time before all of them. */
    static final long TIMES = 1 << 22;
    /** The time before all others. Events without a beginning are possible from here on. */
    static final int NO_BEGINNING = 0;
    /** The offset that is added to the index of a bucket. */
    static final int SHIFT = 720_200;

    private final CountQuery query;
    private final List<GroupBy> axes;
    private final Dimension unit;
    private final int mostKeys;
    private final Aggregation aggregation = new Aggregation();
    private final long windowFrom;
    private final long windowTo;
    private long total;
    private long firstKnown = Long.MAX_VALUE;
    private long lastKnown = Long.MIN_VALUE;
    private long[] combinations = new long[8];
    private NumericDocValues earliest;
    private NumericDocValues latest;
    private NumericDocValues low;
    private NumericDocValues best;
    private NumericDocValues high;
    private final Buckets begins;
    private final Buckets ends;

    /**
     * Creates the collector of one pass.
     *
     * @param unit the unit of time to count by; null for none
     * @param mostKeys the number of keys above which the query is refused
     */
    CountCollector(CountQuery query, List<GroupBy> axes, Dimension unit, int mostKeys) {
        this.query = query;
        this.axes = axes;
        this.unit = unit;
        this.mostKeys = mostKeys;
        this.begins = new Buckets(unit);
        this.ends = new Buckets(unit);
        this.windowFrom = query.window().earliestMillis();
        this.windowTo = query.window().latestMillis();
        try {
            axes.stream().mapToLong(GroupBy::bound).reduce(TIMES, Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw query.tooMany();
        }
    }

    Aggregation tally() {
        return aggregation;
    }

    long total() {
        return total;
    }

    /** Returns the first bucket of the result. It is after {@link #last} if no time is known at all. */
    int first() {
        if (windowFrom != Long.MIN_VALUE) {
            return begins.holding(windowFrom);
        }
        int last = last();
        return firstKnown == Long.MAX_VALUE ? last : Math.min(last, begins.holding(firstKnown));
    }

    /** Returns the last bucket of the result, or {@code Integer.MIN_VALUE} if there is no bucket. */
    int last() {
        if (windowTo != Long.MAX_VALUE) {
            return ends.holding(windowTo);
        }
        int least = windowFrom == Long.MIN_VALUE ? Integer.MIN_VALUE : begins.holding(windowFrom);
        return lastKnown == Long.MIN_VALUE ? least : Math.max(least, ends.holding(lastKnown));
    }

    /** Returns whether the result has any bucket. */
    boolean anyTime() {
        return last() != Integer.MIN_VALUE;
    }

    @Override
    public void enter(IndexView view, LeafReaderContext context) throws IOException {
        LeafReader leaf = context.reader();
        for (GroupBy groupBy : axes) {
            groupBy.enter(view, context);
        }
        earliest = DocValues.getNumeric(leaf, LuceneFields.EARLIEST);
        latest = DocValues.getNumeric(leaf, LuceneFields.LATEST);
        low = leaf.getNumericDocValues(LuceneFields.LOW);
        best = leaf.getNumericDocValues(LuceneFields.BEST);
        high = leaf.getNumericDocValues(LuceneFields.HIGH);
    }

    @Override
    public void collect(int doc) throws IOException {
        total++;
        int many = combine(doc);
        if (unit == null) {
            count(doc, many, 1, NO_BEGINNING);
        } else {
            earliest.advanceExact(doc);
            latest.advanceExact(doc);
            place(doc, many, earliest.longValue(), latest.longValue());
        }
        if (aggregation.size() > mostKeys) {
            throw query.tooMany();
        }
    }

    /** Computes all combinations of the document's values in the groupings and returns their number. */
    private int combine(int doc) throws IOException {
        int many = 1;
        combinations[0] = 0;
        for (GroupBy groupBy : axes) {
            int found = groupBy.load(doc);
            if (many * found > combinations.length) {
                combinations = Arrays.copyOf(combinations, 2 * many * found);
            }
            for (int i = many * found - 1; i >= 0; i--) {
                combinations[i] = combinations[i / found] * groupBy.bound() + groupBy.found()[i % found];
            }
            many *= found;
        }
        return many;
    }

    private void place(int doc, int many, long from, long to) throws IOException {
        note(from);
        note(to);
        boolean known = from != Long.MIN_VALUE && to != Long.MAX_VALUE;
        if (known && from >= windowFrom && to <= windowTo && begins.holding(from) == ends.holding(to)) {
            count(doc, many, TIMES, begins.holding(from) + SHIFT);
            return;
        }
        long since = Math.max(from, windowFrom);
        int begin = since == Long.MIN_VALUE ? NO_BEGINNING : begins.holding(since) + SHIFT;
        long until = Math.min(to, windowTo);
        for (int i = 0; i < many; i++) {
            aggregation.rise(combinations[i] * TIMES + begin, 1);
            if (until != Long.MAX_VALUE) {
                aggregation.rise(combinations[i] * TIMES + ends.holding(until) + SHIFT + 1, -1);
            }
        }
    }

    private void note(long bound) {
        if (bound != Long.MIN_VALUE && bound != Long.MAX_VALUE) {
            firstKnown = Math.min(firstKnown, bound);
            lastKnown = Math.max(lastKnown, bound);
        }
    }

    private void count(int doc, int many, long times, int time) throws IOException {
        long itsLow = given(low, doc);
        long itsBest = given(best, doc);
        long itsHigh = given(high, doc);
        for (int i = 0; i < many; i++) {
            aggregation.count(combinations[i] * times + time, itsLow, itsBest, itsHigh);
        }
    }

    private static long given(NumericDocValues values, int doc) throws IOException {
        return values != null && values.advanceExact(doc) ? values.longValue() : 0;
    }

    /**
     * Finds bucket indexes and remembers the last one. Events are read in order of time, so a time is usually on the same
     * day as the one before.
     */
    private static final class Buckets {

        private final Dimension unit;
        private long day = Long.MIN_VALUE;
        private int number;

        Buckets(Dimension unit) {
            this.unit = unit;
        }

        int holding(long millis) {
            long its = Math.floorDiv(millis, TimeBucket.DAY_MILLIS);
            if (its != day) {
                day = its;
                number = TimeBucket.holding(unit, millis).index();
            }
            return number;
        }
    }
}
