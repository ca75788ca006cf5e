package org.casus.query;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/**
 * The time by which a query must be answered, counted from when its request arrived. The thread that runs the query
 * carries it, so that all the searches of one request share one deadline.
 */
public final class Deadline {

    private static final int RETRY_SECONDS = 5;
    /** A shorter wait is not worth telling. */
    private static final long NOTABLE_MILLIS = 100;
    private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();

    private final Duration most;
    private final LongSupplier clock;
    private final long arrived;
    private long started;
    private volatile boolean cancelled;

    /** @param clock in nanoseconds from any origin */
    Deadline(Duration most, LongSupplier clock) {
        this.most = most;
        this.clock = clock;
        this.arrived = clock.getAsLong();
        this.started = arrived;
    }

    /** A deadline that lies so far ahead of now. */
    public static Deadline in(Duration most) {
        return new Deadline(most, System::nanoTime);
    }

    /** The deadline of the query that this thread runs; empty if the thread runs none. */
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

    /** Makes the deadline pass now, since nobody waits for the answer any longer. */
    public void cancel() {
        cancelled = true;
    }

    public boolean hasPassed() {
        return cancelled || clock.getAsLong() - arrived >= most.toNanos();
    }

    /**
     * How long a query may wait before it runs: half of its time. The other half is left to answer it, so that under load
     * the queries that run can still be answered, and no work is spent on those that cannot.
     */
    public Duration longestWait() {
        return most.dividedBy(2);
    }

    /**
     * The problem to answer with once the deadline has passed.
     *
     * @param narrower what would make the query cheaper
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

    /** The problem to answer with if the query has waited too long to be run. */
    public Problem overdue() {
        return crowded("this one could not begin within " + longestWait().toMillis() + " ms");
    }

    /**
     * The problem of a query that was not run because of others.
     *
     * @param reason what the others did to it
     */
    public static Problem crowded(String reason) {
        return Problem.unavailable("many costly queries are being answered, and " + reason
                + "; nothing is said against the query itself: try again", RETRY_SECONDS);
    }
}
