package org.casus.model.edtf;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** How exact a date is, the most exact first. */
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

    /** The whole second, day, month ... that begins at this time of UTC. */
    TimeRange rangeFrom(LocalDateTime start) {
        return new TimeRange(start.toInstant(UTC), start.plus(1, unit).toInstant(UTC).minusMillis(1));
    }
}
