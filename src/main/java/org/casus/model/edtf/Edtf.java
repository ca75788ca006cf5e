package org.casus.model.edtf;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A date as its source gave it: a day, {@code 1968-08}, {@code 196X}, {@code 1968?}, {@code 2022-02-24/..}.
 *
 * <p>Immutable. Two are equal when their texts are, so {@code 1968} and {@code 1968-XX} differ although they cover the same time.
 */
public final class Edtf {

    /** No supported date needs more characters; a longer text is refused unread. */
    public static final int MAX_LENGTH = 64;

    private final String text;
    private final EdtfValue edtfValue;

    private Edtf(String text, EdtfValue edtfValue) {
        this.text = text;
        this.edtfValue = edtfValue;
    }

    /**
     * Reads a date.
     *
     * @throws EdtfException if the text is not a date, or one of a kind that is not supported; its message says what to write instead
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Edtf parse(String text) {
        return new Edtf(text, EdtfValue.parse(text));
    }

    /** The text that was parsed, unchanged. */
    @JsonValue
    public String text() {
        return text;
    }

    /** All the time the date may refer to. A date covers its whole UTC day, a time its whole second; a time without a zone is UTC. */
    public TimeRange range() {
        return edtfValue.range();
    }

    /** From the first day of the two to the last one; this date itself, as it is written, where it covers the other. */
    public Edtf covering(Edtf other) {
        if (other.range().within(range())) {
            return this;
        }
        if (range().within(other.range())) {
            return other;
        }
        return days(range().span(other.range()));
    }

    /** From the first day that a range touches to the last one. */
    public static Edtf days(TimeRange range) {
        String first = day(range.earliest());
        String last = day(range.latest());
        return parse(first.equals(last) && range.earliest() != null ? first : first + "/" + last);
    }

    private static String day(Instant end) {
        return end == null ? ".." : end.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** How exact the date is; of an interval, how exact its start is, or its end if the start is not known. */
    public Precision precision() {
        return edtfValue.precision();
    }

    /** Whether the date, or an end of the interval, carries {@code ?} or {@code %}: the source is in doubt. */
    public boolean uncertain() {
        return edtfValue.uncertain();
    }

    /** Whether the date, or an end of the interval, carries {@code ~} or {@code %}: it is about then. */
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

    /** The text that was parsed, unchanged. */
    @Override
    public String toString() {
        return text;
    }
}
