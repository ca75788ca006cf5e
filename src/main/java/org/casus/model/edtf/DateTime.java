package org.casus.model.edtf;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * A date with a time, precise to the second.
 *
 * @param second the time, converted to UTC from the zone in the text; a text without a zone is in UTC
 */
record DateTime(LocalDateTime second) implements EdtfValue {

    private static final String EXAMPLE = "2023-07-19T10:15:30Z";
    private static final String TIME = "00:00:00";
    private static final Set<String> ZONES = Set.of("", "Z", "+00:00", "-00:00", "+00", "-00");

    static DateTime parse(String text, EdtfErrorMessage error) {
        int t = text.indexOf('T');
        PartialDate date = PartialDate.parse(text.substring(0, t), error);
        if (date.precision() != Precision.DAY || date.qualifier() != Qualifier.NONE) {
            throw error.invalid("a time follows a whole day, without X ? ~ or %", EXAMPLE);
        }
        String clock = text.substring(t + 1);
        if (!DigitPattern.of(clock).startsWith(TIME)) {
            throw error.invalid("a time is hours, minutes and seconds of two digits each, with colons between", EXAMPLE);
        }
        LocalTime time = time(clock, error);
        ZoneOffset zone = zone(clock.substring(TIME.length()), error);
        LocalDateTime second = date.first().atTime(time).atOffset(zone).withOffsetSameInstant(UTC).toLocalDateTime();
        if (second.getYear() < 0 || second.getYear() > 9999) {
            throw error.invalid("in UTC that is not in the years 0000 to 9999", EXAMPLE);
        }
        return new DateTime(second);
    }

    @Override
    public TimeRange range() {
        return precision().rangeFrom(second);
    }

    @Override
    public Precision precision() {
        return Precision.SECOND;
    }

    @Override
    public boolean uncertain() {
        return false;
    }

    @Override
    public boolean approximate() {
        return false;
    }

    private static LocalTime time(String clock, EdtfErrorMessage error) {
        int hour = twoDigits(clock, 0);
        int minute = twoDigits(clock, 3);
        int second = twoDigits(clock, 6);
        if (hour > 23) {
            throw error.invalid("hours run from 00 to 23, the end of a day is 00:00:00 of the next", "2023-07-20T00:00:00Z");
        }
        if (minute > 59) {
            throw error.invalid("minutes run from 00 to 59", EXAMPLE);
        }
        if (second > 59) {
            throw error.invalid("seconds run from 00 to 59, a leap second is written as the 59th", "2016-12-31T23:59:59Z");
        }
        return LocalTime.of(hour, minute, second);
    }

    private static ZoneOffset zone(String zone, EdtfErrorMessage error) {
        if (zone.startsWith(".")) {
            throw error.invalid("EDTF has no fractions of a second; leave them out", EXAMPLE);
        }
        if (!ZONES.contains(DigitPattern.of(zone))) {
            throw error.invalid("after the seconds comes nothing, Z, or an offset like +02:00 or +02", EXAMPLE);
        }
        if (zone.length() <= 1) {
            return UTC;
        }
        int sign = zone.startsWith("-") ? -1 : 1;
        int hours = twoDigits(zone, 1);
        int minutes = zone.length() > 3 ? twoDigits(zone, 4) : 0;
        if (minutes > 59 || hours * 60 + minutes > 14 * 60) {
            throw error.invalid("offsets run from -14:00 to +14:00, their minutes from 00 to 59", "2023-07-19T10:15:30+02:00");
        }
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private static int twoDigits(String text, int start) {
        return Integer.parseInt(text.substring(start, start + 2));
    }
}
