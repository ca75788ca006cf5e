package org.casus.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;

/** The moment that a question is asked of. */
public sealed interface AsOf {

    String RULE = "a revision number (4711), an instant (2026-03-01T12:00:00Z) or a day (2026-03-01, meaning its"
            + " end in UTC)";

    /** No revision is older. */
    Instant EARLIEST = Instant.EPOCH;

    /** As things stand. */
    record Now() implements AsOf {
    }

    /** As of a revision. */
    record Number(long revision) implements AsOf {
    }

    /** As of an instant, inclusive. */
    record Moment(Instant instant) implements AsOf {
    }

    /** @throws Problem 400 if the text is none of the forms */
    static AsOf parse(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return new Number(Long.parseLong(text));
        }
        try {
            Instant instant = text.contains("T") ? OffsetDateTime.parse(text).toInstant() : endOf(LocalDate.parse(text));
            if (!instant.isBefore(EARLIEST)) {
                return new Moment(instant);
            }
            throw Problem.parameter("asOf", ErrorCode.RANGE, "asOf is a moment since 1970");
        } catch (DateTimeException e) {
            throw Problem.parameter("asOf", ErrorCode.PATTERN, "asOf is " + RULE);
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
    }
}
