package org.casus.query;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/**
 * The deadline of a query, counted from the arrival of its request. It is bound to the thread that runs the query, so
 * that all searches of one request share one deadline.
 */
public final class Deadline {

    private static final int RETRY_SECONDS = 5;
    /** Shorter waits are not mentioned in the error message. */
    private static final long NOTABLE_MILLIS = 100;
    private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();

    private final Duration most;
    private final LongSupplier clock;
    private final long arrived;
    private long started;
    private volatile boolean cancelled;

    /**
     * Creates a deadline for a request that arrives now.
     *
     * @param most the time from the arrival to the deadline
     * @param clock returns nanoseconds from an arbitrary origin
     */
    Deadline(Duration most, LongSupplier clock) {
        this.most = most;
        this.clock = clock;
        this.arrived = clock.getAsLong();
        this.started = arrived;
    }

    /** Returns a deadline that passes after the given time from now. */
    public static Deadline in(Duration most) {
        return new Deadline(most, System::nanoTime);
    }

    /** Returns the deadline of the query that this thread runs; empty if it runs none. */
    public static Optional<Deadline> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Runs the query under this deadline. The time until now counts as waiting. */
    public <T> T run(Supplier<T> query) {
        started = clock.getAsLong();
        CURRENT.set(this);
        try {
            return query.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** Makes the deadline pass now, because no client waits for the response any longer. */
    public void cancel() {
        cancelled = true;
    }

    public boolean hasPassed() {
        return cancelled || clock.getAsLong() - arrived >= most.toNanos();
    }

    /**
     * Returns how long a query may wait before it runs: half of its time. The other half is reserved for running it, so
     * that under load the running queries can still finish and no work is spent on queries that cannot.
     */
    public Duration longestWait() {
        return most.dividedBy(2);
    }

    /**
     * Returns the problem to respond with once the deadline has passed.
     *
     * @param narrower a suggestion that would make the query cheaper
     */
    public Problem exceeded(String narrower) {
        long waited = TimeUnit.NANOSECONDS.toMillis(started - arrived);
        String longer = "the answer takes longer than " + most.toMillis() + " ms";
        if (waited < NOTABLE_MILLIS) {
            return new Problem(ProblemType.TOO_COSTLY, longer + "; ask for less: " + narrower);
        }
        return new Problem(ProblemType.TOO_COSTLY, longer + ", and " + waited + " of them it waited for other queries;"
                + " ask for less: " + narrower + ", or try again later")
                .with("Retry-After", Integer.toString(RETRY_SECONDS));
    }

    /** Returns the problem to respond with if the query has waited too long to be run. */
    public Problem overdue() {
        return crowded("this one could not begin within " + longestWait().toMillis() + " ms");
    }

    /**
     * Returns the problem of a query that was not run because of other queries.
     *
     * @param reason how the other queries kept it from running
     */
    public static Problem crowded(String reason) {
        return Problem.unavailable("many costly queries are being answered, and " + reason
                + "; nothing is said against the query itself: try again", RETRY_SECONDS);
    }
}
