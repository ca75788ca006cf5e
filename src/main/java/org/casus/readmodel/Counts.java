package org.casus.readmodel;

import java.util.Comparator;
import java.util.List;
import org.casus.query.Dimension;
import org.casus.query.TimeBucket;
import org.casus.readmodel.names.DirectoryView;

/**
 * How many events there are of what.
 *
 * @param merged for each dimension that has more values than were asked for, how many of them are in rows of others
 * @param total how many events match in all
 */
public record Counts(List<Row> rows, List<Merged> merged, long total, DirectoryView names) {

    /**
     * The count of events with one value in each dimension.
     *
     * @param bucket its time; null where nothing is counted by time
     * @param values of the other dimensions, in the order asked for
     * @param count events that, as to time, lie wholly in the bucket
     * @param possible events that may have been in the bucket, or in another
     * @param deaths of the events in {@code count}
     */
    public record Row(TimeBucket bucket, List<Value> values, long count, long possible, Deaths deaths) {
    }

    /** By time, then what counts most. */
    public static final Comparator<Row> BY_TIME_AND_COUNT = Counts::compare;
    /** By their text, the first that differ; others and nothing stand last. */
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

    /** Values by their text; others and nothing stand last. */
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

    /** An id, or a word. */
    public record Of(String id) implements Value {
    }

    /** Nothing. */
    public record None() implements Value {
    }

    /** One of those that are not shown by themselves. */
    public record Other() implements Value {
    }

    /** Sums of the estimates given. */
    public record Deaths(long low, long best, long high) {
    }

    public record Merged(Dimension by, long values) {
    }

    /** The revision that was counted. */
    public long revision() {
        return names.revision();
    }
}
