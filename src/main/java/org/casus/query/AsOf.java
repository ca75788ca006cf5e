package org.casus.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.model.Slug;

/** The point in time at which a query reads the data. */
public sealed interface AsOf {

    String RULE = "a revision number (4711), an instant (2026-03-01T12:00:00Z), a day (2026-03-01, meaning its"
            + " end in UTC) or a release of a dataset (ucdp-ged@25.1)";

    String SINCE_RULE = "a revision number (4711), an instant (2026-03-01T12:00:00Z) or a day (2026-03-01, from its"
            + " start in UTC)";

    /** The earliest accepted moment; no revision is older. */
    Instant EARLIEST = Instant.EPOCH;

    /** The current state. */
    record Now() implements AsOf {
    }

    /** The state at a revision. */
    record Number(long revision) implements AsOf {
    }

    /** The state at an instant, inclusive. */
    record Moment(Instant instant) implements AsOf {
    }

    /** The state right after a release of a dataset was loaded. */
    record Release(String dataset, String name) implements AsOf {
    }

    /**
     * Parses the value of {@code asOf}. A day counts from its end.
     *
     * @throws Problem 400 if the text has none of the accepted forms
     */
    static AsOf parse(String text) {
        int at = text.indexOf('@');
        if (at > 0 && at < text.length() - 1 && Slug.isValid(text.substring(0, at))) {
            return new Release(text.substring(0, at), text.substring(at + 1));
        }
        return parse("asOf", RULE, text, day -> startOf(day.plusDays(1)).minusNanos(1));
    }

    /**
     * Parses the value of {@code changedSince}. A day counts from its start.
     *
     * @throws Problem 400 if the text has none of the accepted forms
     */
    static AsOf parseSince(String text) {
        return parse("changedSince", SINCE_RULE, text, day -> startOf(day).minusNanos(1));
    }

    private static AsOf parse(String name, String rule, String text, Function<LocalDate, Instant> momentOf) {
        if (text.matches("[0-9]{1,18}")) {
            return new Number(Long.parseLong(text));
        }
        try {
            Instant instant = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : momentOf.apply(LocalDate.parse(text));
            if (!instant.isBefore(EARLIEST)) {
                return new Moment(instant);
            }
            throw Problem.parameter(name, ErrorCode.RANGE, name + " is a moment since 1970");
        } catch (DateTimeException e) {
            throw Problem.parameter(name, ErrorCode.PATTERN, name + " is " + rule);
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
