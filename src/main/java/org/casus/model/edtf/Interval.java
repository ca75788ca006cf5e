package org.casus.model.edtf;

import java.time.Instant;

/**
 * An interval from one date to another, both inclusive. At least one of them is not null.
 *
 * @param start the first date, or null if the start is open ({@code ../1968}) or unknown ({@code /1968})
 * @param end the last date, or null if the end is open ({@code 1968/..}) or unknown ({@code 1968/})
 */
record Interval(PartialDate start, PartialDate end) implements EdtfValue {

    static Interval parse(String text, EdtfErrorMessage error) {
        int slash = text.indexOf('/');
        if (slash != text.lastIndexOf('/')) {
            throw error.invalid("an interval has two ends and one / between them", "1968/1970");
        }
        if (text.indexOf('T') >= 0) {
            throw error.invalid("an interval has dates at its ends, without times", "1968-08-20/1968-08-21");
        }
        PartialDate start = side(text.substring(0, slash), error);
        PartialDate end = side(text.substring(slash + 1), error);
        if (start == null && end == null) {
            throw error.invalid("one end of an interval must be a date", "2022-02-24/..");
        }
        if (start != null && end != null && start.range().earliest().isAfter(end.range().latest())) {
            throw error.invalid("an interval cannot end before it starts", text.substring(slash + 1) + "/" + text.substring(0, slash));
        }
        return new Interval(start, end);
    }

    @Override
    public TimeRange range() {
        Instant earliest = start == null ? null : start.range().earliest();
        Instant latest = end == null ? null : end.range().latest();
        return new TimeRange(earliest, latest);
    }

    @Override
    public Precision precision() {
        return start == null ? end.precision() : start.precision();
    }

    @Override
    public boolean uncertain() {
        return start != null && start.uncertain() || end != null && end.uncertain();
    }

    @Override
    public boolean approximate() {
        return start != null && start.approximate() || end != null && end.approximate();
    }

    private static PartialDate side(String text, EdtfErrorMessage error) {
        return text.isEmpty() || text.equals("..") ? null : PartialDate.parse(text, error);
    }
}
