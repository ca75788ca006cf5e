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

/** Days in the forms in which one data set after the other has written them. */
public final class DayParser {

    /** Reads days as ISO 8601 writes them. */
    public static final DateTimeFormatter ISO = form("uuuu-MM-dd");
    /** As in {@code 20180326}, also with a time of six digits after it. */
    public static final DateTimeFormatter COMPACT = form("uuuuMMdd");
    /** As in {@code 2014/1/22}. */
    static final DateTimeFormatter YEAR_FIRST = form("uuuu/M/d");
    /** As in {@code 22.01.2014}. */
    static final DateTimeFormatter DOTTED = form("d.M.uuuu");
    /** As in {@code 22/1/2014}, which may be meant as {@link #AMERICAN}: see {@link DayOrder}. */
    static final DateTimeFormatter SLASHED = form("d/M/uuuu");
    /** As in {@code 3/31/2017}. */
    public static final DateTimeFormatter AMERICAN = form("M/d/uuuu");
    /** As in {@code 16-05-2025}. */
    public static final DateTimeFormatter DAY_FIRST = form("d-M-uuuu");
    /** As in {@code 16 May 2025}. */
    public static final DateTimeFormatter LONG = form("d MMMM uuuu");
    /** As in {@code 16 Sep 2025}. */
    public static final DateTimeFormatter SHORT = form("d MMM uuuu");
    /** As spreadsheets write it again: {@code 16-Sep-2025}. */
    static final DateTimeFormatter DASHED = form("d-MMM-uuuu");
    /** As in {@code 16-Sep-25}, of the hundred years from 1950 on. */
    static final DateTimeFormatter DASHED_SHORT = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("d-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1950).toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}.*$|(?<=^\\d{8})\\d{6}$");

    private DayParser() {
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern)
                .toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** By the first form that it has; a time of day after it is passed over. */
    public static Optional<LocalDate> of(String text, DateTimeFormatter... forms) {
        String day = TIME.matcher(text).replaceFirst("");
        for (DateTimeFormatter form : forms) {
            try {
                return Optional.of(LocalDate.parse(day, form)).filter(date -> date.getYear() > 0);
            } catch (DateTimeParseException e) {
                // it may have the next
            }
        }
        return Optional.empty();
    }

    /** @throws RefusedRowException if there is none, for an event cannot be without it */
    public static LocalDate required(Cells cells, String column, DateTimeFormatter... forms) {
        String text = cells.requiredCode(column);
        return of(text, forms).orElseThrow(() -> cells.refusal(column, "is a day such as "
                + LocalDate.of(2022, 2, 23).format(forms[0]) + " or "
                + LocalDate.of(2022, 2, 23).format(forms[forms.length - 1])));
    }
}
