package org.casus.ledger;

import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.casus.http.json.CleanText;
import org.casus.http.problem.Problem;
import org.casus.store.Transactions;

/**
 * Tells the time at which revisions are recorded, and refuses to when this machine's clock is in doubt. A wrong time cannot
 * be taken back: times in the ledger never decrease, so one write by a clock that is a year ahead gives its time to all that
 * follow for a year, and {@code asOf} with the present instant finds none of them.
 *
 * <p>The clock is in doubt when it is more than a day ahead of the latest time known to have come: the time of the last
 * revision plus what the monotonic clock has counted since this process saw it. A process that was idle for a week therefore
 * knows that a week has passed. One that has just started, or that slept with its machine, cannot know it and asks the
 * operator. A clock that is behind loses nothing, so it is only reported.
 */
@Singleton
public class LedgerClock {

    /** Clocks of machines that are looked after differ by less. */
    private static final Duration MOST_BEHIND = Duration.ofMinutes(1);
    private static final Duration MOST_AHEAD = Duration.ofDays(1);
    private static final int RETRY_SECONDS = 60;

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Optional<LocalDate> accepted;
    /** The latest time in the ledger that this process has seen. */
    private Instant last = Instant.EPOCH;
    /** A time known to have come, and when that was by the monotonic clock. */
    private Instant known = Instant.EPOCH;
    private long knownAt;
    private State state = State.PLAUSIBLE;

    /** How the clock stands to the ledger. */
    public enum State {
        PLAUSIBLE,
        /** Revisions are recorded, with the time of the last one. */
        BEHIND,
        /** Nothing is recorded. */
        AHEAD
    }

    /** A reading of the clock, and how it relates to the last known time in the ledger. */
    public record Reading(State state, Instant now, Instant last) {
    }

    @Inject
    LedgerClock(Clock clock, ClockConfig config) {
        this(clock, System::nanoTime, config.accept().map(LedgerClock::day));
    }

    /** @param accepted the day that the operator says it is */
    public LedgerClock(Clock clock, LongSupplier nanoTime, Optional<LocalDate> accepted) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.accepted = accepted;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("casus.clock.accept is the day that it is, such as 2026-11-30; '"
                    + CleanText.shown(text) + "' is no such date", e);
        }
    }

    /** Compares the clock with the ledger that a process finds when it starts, and logs what is wrong. */
    public void start() {
        LedgerHead head = Transactions.read(LedgerHead::read);
        begin(head.recordedAt, head.number == 0);
    }

    /** @param empty whether nothing was ever recorded, so that there is nothing to compare with */
    synchronized void begin(Instant recorded, boolean empty) {
        Instant now = now();
        last = recorded;
        know(empty || isAccepted(now) ? now : recorded);
        judge(now);
    }

    /** Returns the time of the clock in the precision of the ledger. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The time to record, given the last one recorded.
     *
     * @throws Problem 503 if the clock is in doubt
     */
    public synchronized Instant next(Instant recorded) {
        Instant now = now();
        see(recorded, now);
        refuseIfAhead(now);
        know(later(now, floor()));
        return now;
    }

    /** Takes note of a time that the ledger has, whichever process recorded it. */
    public synchronized void see(Instant recorded) {
        see(recorded, now());
    }

    private void see(Instant recorded, Instant now) {
        last = later(last, recorded);
        if (recorded.isAfter(floor())) {
            know(recorded);
        }
        judge(now);
    }

    /** How the clock stands now. */
    public synchronized Reading reading() {
        Instant now = now();
        judge(now);
        return new Reading(state, now, last);
    }

    /**
     * Refuses a write before any of its work is done.
     *
     * @throws Problem 503 if the clock is in doubt
     */
    public synchronized void check() {
        refuseIfAhead(reading().now);
    }

    private void refuseIfAhead(Instant now) {
        if (state == State.AHEAD) {
            throw Problem.unavailable(doubt(now), RETRY_SECONDS);
        }
    }

    private void know(Instant time) {
        known = time;
        knownAt = nanoTime.getAsLong();
    }

    /** The latest time that is known to have come. */
    private Instant floor() {
        return known.plusNanos(nanoTime.getAsLong() - knownAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The operator's day may be one of another time zone, and midnight may have come between its message and the start. */
    private boolean isAccepted(Instant now) {
        return accepted.filter(day -> Math.abs(ChronoUnit.DAYS.between(day, dayOf(now))) <= 1).isPresent();
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Each change is logged, and not each look. */
    private void judge(Instant now) {
        State before = state;
        state = stateAt(now);
        if (state == before) {
            return;
        }
        switch (state) {
            case AHEAD -> Log.error(doubt(now));
            case BEHIND -> Log.warnf("The clock says %s, %s before the last time in the ledger, %s. Until it has caught up, new"
                    + " revisions have the time %s, and asOf with the present instant does not find them. Set the clock right;"
                    + " if several processes share the database, make their clocks agree", now, shown(now, last), last, last);
            case PLAUSIBLE -> Log.infof("The clock says %s and agrees with the ledger again", now);
        }
    }

    private State stateAt(Instant now) {
        if (now.isAfter(floor().plus(MOST_AHEAD))) {
            return State.AHEAD;
        }
        // once it is behind it has to catch up wholly, since revisions have the last time until then
        Duration most = state == State.BEHIND ? Duration.ZERO : MOST_BEHIND;
        return now.isBefore(last.minus(most)) ? State.BEHIND : State.PLAUSIBLE;
    }

    private String doubt(Instant now) {
        String other = accepted.map(day -> " (not " + day + ", as it says now)").orElse("");
        return "The server's clock says " + now + ", " + shown(last, now) + " after the last time in the ledger, " + last
                + ", and this process cannot tell whether that time has passed. Nothing is recorded until this is settled. If the"
                + " clock is right, the operator restarts the server with -Dcasus.clock.accept=" + dayOf(now) + other
                + "; if it is wrong, the operator sets it right, and writes go on without a restart";
    }

    private static String shown(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        return time.toDays() >= 2 ? time.toDays() + " days"
                : time.toHours() >= 2 ? time.toHours() + " hours"
                : time.toMinutes() >= 2 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }
}
