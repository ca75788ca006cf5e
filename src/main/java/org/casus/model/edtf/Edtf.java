package org.casus.model.edtf;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * An EDTF date as its source gave it: a day, or for example {@code 1968-08}, {@code 196X}, {@code 1968?} or {@code 2022-02-24/..}.
 *
 * <p>Instances are immutable. Two dates are equal if their texts are, so {@code 1968} and {@code 1968-XX} differ although they cover the
 * same time.
 */
public final class Edtf {

    /** The maximum length of a text. No supported date is longer; a longer text is rejected without parsing it. */
    public static final int MAX_LENGTH = 64;

    private final String text;
    private final EdtfValue edtfValue;

    private Edtf(String text, EdtfValue edtfValue) {
        this.text = text;
        this.edtfValue = edtfValue;
    }

    /**
     * Parses a date.
     *
     * @throws EdtfException if the text is not an EDTF date, or uses an unsupported feature; the message says what to write instead
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Edtf parse(String text) {
        return new Edtf(text, EdtfValue.parse(text));
    }

    /** Returns the original text. */
    @JsonValue
    public String text() {
        return text;
    }

    /**
     * Returns the range of all times that the date may refer to. A date covers its whole UTC day, and a time its whole second. A time
     * without a zone is in UTC.
     */
    public TimeRange range() {
        return edtfValue.range();
    }

    /**
     * Returns a date that covers both dates. If one of them covers the other, the result is that date with its original text, otherwise
     * an interval from the first day to the last.
     */
    public Edtf covering(Edtf other) {
        if (other.range().within(range())) {
            return this;
        }
        if (range().within(other.range())) {
            return other;
        }
        return days(range().span(other.range()));
    }

    /** Returns the interval from the first day that the range overlaps to the last, or the day if there is only one. */
    public static Edtf days(TimeRange range) {
        String first = day(range.earliest());
        String last = day(range.latest());
        return parse(first.equals(last) && range.earliest() != null ? first : first + "/" + last);
    }

    private static String day(Instant end) {
        return end == null ? ".." : end.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** Returns the precision of the date. An interval has the precision of its start, or of its end if the start is open or unknown. */
    public Precision precision() {
        return edtfValue.precision();
    }

    /** Returns whether the date, or an end of the interval, has {@code ?} or {@code %}: its source is not certain of it. */
    public boolean uncertain() {
        return edtfValue.uncertain();
    }

    /** Returns whether the date, or an end of the interval, has {@code ~} or {@code %}: it is approximate. */
    public boolean approximate() {
        return edtfValue.approximate();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edtf that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the original text. */
    @Override
    public String toString() {
        return text;
    }
}
