package org.casus.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * A year, month, ISO week or day in UTC.
 *
 * @param index the number of the bucket; consecutive buckets have consecutive numbers
 */
public record TimeBucket(Dimension unit, int index) {

    public static final long DAY_MILLIS = 86_400_000;

    private static final int MONTHS = 12;
    private static final int WEEK_DAYS = 7;
    /** Days from Monday to the epoch, 1970-01-01, which was a Thursday. */
    private static final int MONDAY_TO_EPOCH = 3;

    /** Returns the bucket that contains a moment, given in milliseconds since 1970. */
    public static TimeBucket holding(Dimension unit, long millis) {
        return new TimeBucket(unit, indexOf(unit, Math.floorDiv(millis, DAY_MILLIS)));
    }

    private static int indexOf(Dimension unit, long day) {
        return switch (unit) {
            case YEAR -> LocalDate.ofEpochDay(day).getYear();
            case MONTH -> {
                LocalDate date = LocalDate.ofEpochDay(day);
                yield date.getYear() * MONTHS + date.getMonthValue() - 1;
            }
            case WEEK -> (int) Math.floorDiv(day + MONDAY_TO_EPOCH, WEEK_DAYS);
            case DAY -> (int) day;
            default -> throw new IllegalArgumentException(unit + " is no time");
        };
    }

    public LocalDate firstDay() {
        return switch (unit) {
            case YEAR -> LocalDate.of(index, 1, 1);
            case MONTH -> LocalDate.of(Math.floorDiv(index, MONTHS), Math.floorMod(index, MONTHS) + 1, 1);
            case WEEK -> LocalDate.ofEpochDay((long) index * WEEK_DAYS - MONDAY_TO_EPOCH);
            case DAY -> LocalDate.ofEpochDay(index);
            default -> throw new IllegalStateException(unit + " is no time");
        };
    }

    public LocalDate lastDay() {
        return new TimeBucket(unit, index + 1).firstDay().minusDays(1);
    }

    /** Returns the first millisecond of the bucket, counted since 1970. */
    public long firstMillis() {
        return firstDay().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** Returns the last millisecond of the bucket, counted since 1970. */
    public long lastMillis() {
        return new TimeBucket(unit, index + 1).firstMillis() - 1;
    }

    /** Returns the bucket in ISO 8601: 2023, 2023-07, 2023-W29, 2023-07-19. */
    public String text() {
        LocalDate day = firstDay();
        return switch (unit) {
            case YEAR -> String.format(Locale.ROOT, "%04d", index);
            case MONTH -> day.toString().substring(0, day.toString().length() - "-01".length());
            case WEEK -> String.format(Locale.ROOT, "%04d-W%02d", day.with(DayOfWeek.THURSDAY).getYear(),
                    day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            default -> day.toString();
        };
    }
}
