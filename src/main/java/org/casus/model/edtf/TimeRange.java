package org.casus.model.edtf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time from one millisecond to another, both inclusive.
 *
 * @param earliest the first millisecond, or null if the range has no beginning
 * @param latest the last millisecond, or null if the range has no end
 */
public record TimeRange(Instant earliest, Instant latest) {

    /** Without beginning and end. */
    public static final TimeRange ALWAYS = new TimeRange(null, null);

    /**
     * Cuts both instants down to their millisecond.
     *
     * @throws IllegalArgumentException if the range would end before it begins
     */
    public TimeRange {
        earliest = toMillisecond(earliest);
        latest = toMillisecond(latest);
        if (earliest != null && latest != null && earliest.isAfter(latest)) {
            throw new IllegalArgumentException("A range cannot end at " + latest + " before it begins at " + earliest);
        }
    }

    /** Whether both share at least one millisecond. */
    public boolean overlaps(TimeRange other) {
        return earliestMillis() <= other.latestMillis() && other.earliestMillis() <= latestMillis();
    }

    /** The time both share. */
    public Optional<TimeRange> intersect(TimeRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        return Optional.of(new TimeRange(
                earliestMillis() >= other.earliestMillis() ? earliest : other.earliest,
                latestMillis() <= other.latestMillis() ? latest : other.latest));
    }

    /** From the first beginning of the two to the last end. */
    public TimeRange span(TimeRange other) {
        return new TimeRange(
                earliestMillis() <= other.earliestMillis() ? earliest : other.earliest,
                latestMillis() >= other.latestMillis() ? latest : other.latest);
    }

    /** Whether the other range holds all of this one; every range is within itself. */
    public boolean within(TimeRange other) {
        return other.earliestMillis() <= earliestMillis() && latestMillis() <= other.latestMillis();
    }

    /** The first millisecond since 1970, {@link Long#MIN_VALUE} without a beginning. */
    public long earliestMillis() {
        return earliest == null ? Long.MIN_VALUE : earliest.toEpochMilli();
    }

    /** The last millisecond since 1970, {@link Long#MAX_VALUE} without an end. */
    public long latestMillis() {
        return latest == null ? Long.MAX_VALUE : latest.toEpochMilli();
    }

    private static Instant toMillisecond(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
