package org.casus.model.edtf;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/**
 * A date without a time, with a precision from a day to a century.
 *
 * @param first the first day of the date; the precision determines how many days it covers
 */
record PartialDate(LocalDate first, Precision precision, Qualifier qualifier) implements EdtfValue {

    /** The precision of each supported date pattern. */
    private static final Map<String, Precision> SHAPES = Map.of(
            "0000-00-00", Precision.DAY,
            "0000-00-XX", Precision.MONTH,
            "0000-00", Precision.MONTH,
            "0000-XX-XX", Precision.YEAR,
            "0000-XX", Precision.YEAR,
            "0000", Precision.YEAR,
            "000X", Precision.DECADE,
            "00XX", Precision.CENTURY);

    static PartialDate parse(String text, EdtfErrorMessage error) {
        Qualifier qualifier = Qualifier.endOf(text);
        String date = qualifier.cutFrom(text);
        Precision precision = SHAPES.get(DigitPattern.of(date));
        if (precision == null) {
            throw MalformedDateDiagnosis.explain(date, error);
        }
        return new PartialDate(firstDay(date, error), precision, qualifier);
    }

    @Override
    public TimeRange range() {
        return precision.rangeFrom(first.atStartOfDay());
    }

    @Override
    public boolean uncertain() {
        return qualifier.uncertain();
    }

    @Override
    public boolean approximate() {
        return qualifier.approximate();
    }

    private static LocalDate firstDay(String date, EdtfErrorMessage error) {
        String known = date.replace("-XX", "").replace('X', '0');
        String year = known.substring(0, 4);
        int month = known.length() > 4 ? Integer.parseInt(known.substring(5, 7)) : 1;
        int day = known.length() > 7 ? Integer.parseInt(known.substring(8, 10)) : 1;
        if (21 <= month && month <= 41 && date.length() == 7) {
            throw error.unsupported("seasons and other parts of a year", "their months", year + "-03/" + year + "-05");
        }
        if (month < 1 || month > 12) {
            throw error.invalid("months run from 01 to 12", year + "-12");
        }
        YearMonth yearMonth = YearMonth.of(Integer.parseInt(year), month);
        if (!yearMonth.isValidDay(day)) {
            throw noSuchDay(known.substring(0, 7), yearMonth, error);
        }
        return yearMonth.atDay(day);
    }

    private static EdtfException noSuchDay(String written, YearMonth month, EdtfErrorMessage error) {
        String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + written.substring(0, 4);
        int days = month.lengthOfMonth();
        return error.invalid(name + " has " + days + " days", written + "-" + days);
    }
}
