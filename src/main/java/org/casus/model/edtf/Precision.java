package org.casus.model.edtf;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** The precision of a date, from the finest to the coarsest. */
public enum Precision {
    SECOND(ChronoUnit.SECONDS),
    DAY(ChronoUnit.DAYS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS),
    DECADE(ChronoUnit.DECADES),
    CENTURY(ChronoUnit.CENTURIES);

    private final ChronoUnit unit;

    Precision(ChronoUnit unit) {
        this.unit = unit;
    }

    /** Returns the range of the whole second, day, month and so on that begins at this time in UTC. */
    TimeRange rangeFrom(LocalDateTime start) {
        return new TimeRange(start.toInstant(UTC), start.plus(1, unit).toInstant(UTC).minusMillis(1));
    }
}
