package org.casus.ogc.cql2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.casus.model.edtf.TimeRange;

/** Parses instants and days in the format of RFC 3339. A day is the whole day in UTC. */
public final class Rfc3339 {

    private static final Pattern MOMENT = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?\\d*([Zz]|[+-]\\d{2}:\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LEAP_SECOND = Pattern.compile("(T\\d{2}:\\d{2}):60(\\.\\d+)?");

    private Rfc3339() {
    }

    /** Parses a day or an instant, with millisecond precision. Returns empty if the text is neither, or if the date does not exist. */
    public static Optional<TimeRange> read(String text) {
        return moment(text).map(moment -> new TimeRange(moment, moment)).or(() -> day(text));
    }

    /** Parses an instant, in UTC or with an offset. A leap second becomes the last millisecond before the next minute. */
    public static Optional<Instant> moment(String text) {
        if (!MOMENT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            String usual = LEAP_SECOND.matcher(text.toUpperCase(Locale.ROOT)).replaceFirst("$1:59.999");
            return Optional.of(OffsetDateTime.parse(usual).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Parses a day and returns its range, from the first millisecond to the last. */
    public static Optional<TimeRange> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return Optional.of(new TimeRange(day.atStartOfDay().toInstant(ZoneOffset.UTC),
                    day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
