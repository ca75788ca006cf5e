package org.casus.model.edtf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A range of time from one millisecond to another, both inclusive.
 *
 * @param earliest the first millisecond, or null if the range has no beginning
 * @param latest the last millisecond, or null if the range has no end
 */
public record TimeRange(Instant earliest, Instant latest) {

    /** The range without beginning and end. */
    public static final TimeRange ALWAYS = new TimeRange(null, null);

    /**
     * Creates a range and truncates both instants to milliseconds.
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

    /** Returns whether both ranges share at least one millisecond. */
    public boolean overlaps(TimeRange other) {
        return earliestMillis() <= other.latestMillis() && other.earliestMillis() <= latestMillis();
    }

    /** Returns the time that both ranges share, or empty if they do not overlap. */
    public Optional<TimeRange> intersect(TimeRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        return Optional.of(new TimeRange(
                earliestMillis() >= other.earliestMillis() ? earliest : other.earliest,
                latestMillis() <= other.latestMillis() ? latest : other.latest));
    }

    /** Returns the smallest range that covers both. */
    public TimeRange span(TimeRange other) {
        return new TimeRange(
                earliestMillis() <= other.earliestMillis() ? earliest : other.earliest,
                latestMillis() >= other.latestMillis() ? latest : other.latest);
    }

    /** Returns whether the other range contains all of this one. Every range is within itself. */
    public boolean within(TimeRange other) {
        return other.earliestMillis() <= earliestMillis() && latestMillis() <= other.latestMillis();
    }

    /** Returns the first millisecond since 1970-01-01 UTC, or {@link Long#MIN_VALUE} if the range has no beginning. */
    public long earliestMillis() {
        return earliest == null ? Long.MIN_VALUE : earliest.toEpochMilli();
    }

    /** Returns the last millisecond since 1970-01-01 UTC, or {@link Long#MAX_VALUE} if the range has no end. */
    public long latestMillis() {
        return latest == null ? Long.MAX_VALUE : latest.toEpochMilli();
    }

    private static Instant toMillisecond(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
