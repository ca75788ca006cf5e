package org.casus.imports.table;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Determines whether the month or the day comes first in dates such as {@code 1/2/2014}, from the other dates of the file. */
public final class DayOrder {

    private boolean monthFirst;
    private boolean dayFirst;

    /** Inspects a date. Dates that are valid in one order only decide how the ambiguous ones are read. */
    public void look(String text) {
        if (isSlashed(text)) {
            boolean american = DayParser.of(text, DayParser.AMERICAN).isPresent();
            boolean other = DayParser.of(text, DayParser.SLASHED).isPresent();
            monthFirst |= american && !other;
            dayFirst |= other && !american;
        }
    }

    /** Returns whether a date is ambiguous: valid in both orders, as two different days. */
    public boolean isOpen(String text) {
        if (!isSlashed(text)) {
            return false;
        }
        Optional<LocalDate> american = DayParser.of(text, DayParser.AMERICAN);
        Optional<LocalDate> other = DayParser.of(text, DayParser.SLASHED);
        return american.isPresent() && other.isPresent() && !american.equals(other);
    }

    /** Reads a date with slashes. Returns nothing if it is ambiguous and the inspected dates give no order, or both. */
    Optional<LocalDate> day(String text) {
        if (!isOpen(text)) {
            return DayParser.of(text, DayParser.AMERICAN, DayParser.SLASHED);
        }
        return monthFirst == dayFirst ? Optional.empty() : DayParser.of(text, monthFirst ? DayParser.AMERICAN : DayParser.SLASHED);
    }

    /**
     * Reads a date in any form in which datasets publish it or spreadsheets rewrite it.
     *
     * @param further additional forms of the dataset
     */
    public Optional<LocalDate> any(String text, DateTimeFormatter... further) {
        return DayParser.of(text, DayParser.ISO, DayParser.YEAR_FIRST, DayParser.DOTTED, DayParser.COMPACT, DayParser.LONG,
                DayParser.SHORT, DayParser.DASHED, DayParser.DASHED_SHORT).or(() -> DayParser.of(text, further)).or(() -> day(text));
    }

    /**
     * Reads a date that an event cannot lack.
     *
     * @throws RefusedRowException if the cell contains no date, or an ambiguous one
     */
    public LocalDate required(Cells cells, String column, DateTimeFormatter... further) {
        String text = cells.requiredCode(column);
        return any(text, further).orElseThrow(() -> cells.refusal(column, isOpen(text)
                ? "is a date such as 2014-01-22; whether the day or the month comes first here, the other dates of the file"
                        + " do not tell"
                : "is a date such as 2014-01-22 or 22 January 2014"));
    }

    private static boolean isSlashed(String text) {
        return text.indexOf('/') > 0;
    }
}
