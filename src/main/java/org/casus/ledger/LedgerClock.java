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
 * The clock that gives revisions their times. It gives no time while this machine's clock is in doubt, because a wrong time cannot be
 * taken back: times in the ledger never decrease, so after one write by a clock that is a year ahead, all revisions of the next year
 * get the time of that write, and {@code asOf} with the present instant finds none of them.
 *
 * <p>The clock is in doubt when it is more than a day ahead of the latest time that is known to have passed: the time of the last
 * revision plus the time that the monotonic clock has measured since this process saw that revision. A process that was idle for a
 * week therefore knows that a week has passed. A process that has just started, or that was suspended with its machine, cannot know
 * it, so the operator has to confirm the date. A clock that is behind loses no data, so it is only reported.
 */
@Singleton
public class LedgerClock {

    /** The tolerance for differences between machines; clocks that are synchronized differ by less. */
    private static final Duration MOST_BEHIND = Duration.ofMinutes(1);
    private static final Duration MOST_AHEAD = Duration.ofDays(1);
    private static final int RETRY_SECONDS = 60;

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Optional<LocalDate> accepted;
    /** The latest time in the ledger that this process has seen. */
    private Instant last = Instant.EPOCH;
    /** A time that is known to have passed. {@code knownAt} is the value of the monotonic clock at that time. */
    private Instant known = Instant.EPOCH;
    private long knownAt;
    private State state = State.PLAUSIBLE;

    /** The state of the clock relative to the ledger. */
    public enum State {
        PLAUSIBLE,
        /** The clock is behind: new revisions are recorded with the time of the last one. */
        BEHIND,
        /** The clock is in doubt: nothing is recorded. */
        AHEAD
    }

    /** A reading of the clock, with its state and the last known time in the ledger. */
    public record Reading(State state, Instant now, Instant last) {
    }

    @Inject
    LedgerClock(Clock clock, ClockConfig config) {
        this(clock, System::nanoTime, config.accept().map(LedgerClock::day));
    }

    /** @param accepted today's date as the operator has confirmed it */
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

    /** Compares the clock with the ledger when the process starts, and logs a clock that is behind or in doubt. */
    public void start() {
        LedgerHead head = Transactions.read(LedgerHead::read);
        begin(head.recordedAt, head.number == 0);
    }

    /** @param empty whether the ledger has no revision, so that there is no time to compare with */
    synchronized void begin(Instant recorded, boolean empty) {
        Instant now = now();
        last = recorded;
        know(empty || isAccepted(now) ? now : recorded);
        judge(now);
    }

    /** Returns the time of the clock in the precision of the ledger, which is a microsecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns the time for a new revision, given the last time recorded. It may be earlier than that time.
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

    /** Notes a time that was read from the ledger, whichever process recorded it. */
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

    /** Reads the clock and compares it with the ledger. */
    public synchronized Reading reading() {
        Instant now = now();
        judge(now);
        return new Reading(state, now, last);
    }

    /**
     * Refuses a write while the clock is in doubt. Call it before the work of the write begins.
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

    /** Returns the latest time that is known to have passed. */
    private Instant floor() {
        return known.plusNanos(nanoTime.getAsLong() - knownAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Returns whether the operator has confirmed the day. One day of difference is allowed, because the date may be of another time
     * zone, and midnight may have passed between the error message and the restart.
     */
    private boolean isAccepted(Instant now) {
        return accepted.filter(day -> Math.abs(ChronoUnit.DAYS.between(day, dayOf(now))) <= 1).isPresent();
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Updates the state. Only a change of the state is logged. */
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
        // a clock that is behind has to catch up completely, since revisions get the last time until then
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
