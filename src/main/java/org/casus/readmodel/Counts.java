package org.casus.readmodel;

import java.util.Comparator;
import java.util.List;
import org.casus.query.Dimension;
import org.casus.query.TimeBucket;
import org.casus.readmodel.names.DirectoryView;

/**
 * The result of a {@link org.casus.query.CountQuery}: numbers of events by up to three dimensions.
 *
 * @param merged for each dimension with more values than the limit, the number of values merged into rows of others
 * @param total the number of all matching events
 */
public record Counts(List<Row> rows, List<Merged> merged, long total, DirectoryView names) {

    /**
     * The count of events with one value in each dimension.
     *
     * @param bucket the time bucket; null if time is not a dimension
     * @param values the values of the other dimensions, in the requested order
     * @param count the number of events whose time lies completely in the bucket
     * @param possible the number of events that may lie in this bucket or in another
     * @param deaths the deaths in the events of {@code count}
     */
    public record Row(TimeBucket bucket, List<Value> values, long count, long possible, Deaths deaths) {
    }

    /** Orders rows by time, then by descending count. */
    public static final Comparator<Row> BY_TIME_AND_COUNT = Counts::compare;
    /** Compares the first values that differ by their text; {@link Other} and {@link None} come last. */
    public static final Comparator<List<Value>> BY_VALUES = Counts::compare;
    /** The order of rows. */
    public static final Comparator<Row> ORDER = BY_TIME_AND_COUNT.thenComparing(Row::values, BY_VALUES);

    private static int compare(Row one, Row other) {
        int byTime = one.bucket == null ? 0 : Integer.compare(one.bucket.index(), other.bucket.index());
        return byTime != 0 ? byTime : Long.compare(other.count, one.count);
    }

    private static int compare(List<Value> some, List<Value> others) {
        for (int i = 0; i < some.size(); i++) {
            int order = compare(some.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Compares values by their text; {@link Other} and {@link None} come last. */
    public static int compare(Value one, Value other) {
        return one instanceof Of some && other instanceof Of another
                ? some.id().compareTo(another.id())
                : Integer.compare(rank(one), rank(other));
    }

    private static int rank(Value value) {
        return value instanceof Of ? 0 : value instanceof Other ? 1 : 2;
    }

    /** The value of an event in a dimension. */
    public sealed interface Value {
    }

    /** An id or a word. */
    public record Of(String id) implements Value {
    }

    /** The event has no value in the dimension. */
    public record None() implements Value {
    }

    /** The merged values that have no rows of their own. */
    public record Other() implements Value {
    }

    /** The sums of the given estimates of deaths. */
    public record Deaths(long low, long best, long high) {
    }

    /** The number of merged values of one dimension. */
    public record Merged(Dimension by, long values) {
    }

    /** Returns the revision whose events were counted. */
    public long revision() {
        return names.revision();
    }
}
