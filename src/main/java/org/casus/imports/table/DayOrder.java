package org.casus.imports.table;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Whether the month or the day comes first in days such as {@code 1/2/2014}: the other days of a file tell. */
public final class DayOrder {

    private boolean monthFirst;
    private boolean dayFirst;

    /** Days that can be read in one way only tell how the others are meant. */
    public void look(String text) {
        if (isSlashed(text)) {
            boolean american = DayParser.of(text, DayParser.AMERICAN).isPresent();
            boolean other = DayParser.of(text, DayParser.SLASHED).isPresent();
            monthFirst |= american && !other;
            dayFirst |= other && !american;
        }
    }

    /** Whether it is a day in both orders, and not the same one. */
    public boolean isOpen(String text) {
        if (!isSlashed(text)) {
            return false;
        }
        Optional<LocalDate> american = DayParser.of(text, DayParser.AMERICAN);
        Optional<LocalDate> other = DayParser.of(text, DayParser.SLASHED);
        return american.isPresent() && other.isPresent() && !american.equals(other);
    }

    /** None where it is open and those that were looked at do not tell, or tell both. */
    Optional<LocalDate> day(String text) {
        if (!isOpen(text)) {
            return DayParser.of(text, DayParser.AMERICAN, DayParser.SLASHED);
        }
        return monthFirst == dayFirst ? Optional.empty() : DayParser.of(text, monthFirst ? DayParser.AMERICAN : DayParser.SLASHED);
    }

    /**
     * As data sets publish a day, or as spreadsheets write it again.
     *
     * @param further forms that the data set has
     */
    public Optional<LocalDate> any(String text, DateTimeFormatter... further) {
        return DayParser.of(text, DayParser.ISO, DayParser.YEAR_FIRST, DayParser.DOTTED, DayParser.COMPACT, DayParser.LONG, DayParser.SHORT, DayParser.DASHED,
                DayParser.DASHED_SHORT).or(() -> DayParser.of(text, further)).or(() -> day(text));
    }

    /** @throws RefusedRowException if there is no such day, for an event cannot be without it */
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
