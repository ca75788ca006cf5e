package org.casus.imports.table;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses dates in the forms that the various datasets use. */
public final class DayParser {

    /** Dates in the extended format of ISO 8601, such as {@code 2014-01-22}. */
    public static final DateTimeFormatter ISO = form("uuuu-MM-dd");
    /** Dates such as {@code 20180326}, which a time of six digits may follow. */
    public static final DateTimeFormatter COMPACT = form("uuuuMMdd");
    /** Dates such as {@code 2014/1/22}. */
    static final DateTimeFormatter YEAR_FIRST = form("uuuu/M/d");
    /** Dates such as {@code 22.01.2014}. */
    static final DateTimeFormatter DOTTED = form("d.M.uuuu");
    /** Dates such as {@code 22/1/2014}. Some are valid as {@link #AMERICAN}, too: see {@link DayOrder}. */
    static final DateTimeFormatter SLASHED = form("d/M/uuuu");
    /** Dates such as {@code 3/31/2017}. */
    public static final DateTimeFormatter AMERICAN = form("M/d/uuuu");
    /** Dates such as {@code 16-05-2025}. */
    public static final DateTimeFormatter DAY_FIRST = form("d-M-uuuu");
    /** Dates such as {@code 16 May 2025}. */
    public static final DateTimeFormatter LONG = form("d MMMM uuuu");
    /** Dates such as {@code 16 Sep 2025}. */
    public static final DateTimeFormatter SHORT = form("d MMM uuuu");
    /** Dates such as {@code 16-Sep-2025}, as spreadsheets rewrite them. */
    static final DateTimeFormatter DASHED = form("d-MMM-uuuu");
    /** Dates such as {@code 16-Sep-25}, in the years from 1950 to 2049. */
    static final DateTimeFormatter DASHED_SHORT = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("d-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1950).toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}.*$|(?<=^\\d{8})\\d{6}$");

    private DayParser() {
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern)
                .toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Parses a date by the first form that matches. A time of day after the date is ignored. */
    public static Optional<LocalDate> of(String text, DateTimeFormatter... forms) {
        String day = TIME.matcher(text).replaceFirst("");
        for (DateTimeFormatter form : forms) {
            try {
                return Optional.of(LocalDate.parse(day, form)).filter(date -> date.getYear() > 0);
            } catch (DateTimeParseException e) {
                // the next form may match
            }
        }
        return Optional.empty();
    }

    /**
     * Parses a date that an event cannot lack.
     *
     * @throws RefusedRowException if the cell contains no date in one of the forms
     */
    public static LocalDate required(Cells cells, String column, DateTimeFormatter... forms) {
        String text = cells.requiredCode(column);
        return of(text, forms).orElseThrow(() -> cells.refusal(column, "is a day such as "
                + LocalDate.of(2022, 2, 23).format(forms[0]) + " or "
                + LocalDate.of(2022, 2, 23).format(forms[forms.length - 1])));
    }
}
