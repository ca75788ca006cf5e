package org.casus.index.lucene;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.lucene.index.QueryTimeout;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/** The time that one question may take. For one thread, which takes steps. */
final class Budget implements QueryTimeout {

    /** How often to look at the clock. */
    private static final int STEPS = (1 << 12) - 1;

    private final Duration most;
    private final long end;
    private final Supplier<String> narrower;
    private int steps;

    /** @param narrower what would take less time */
    Budget(Duration most, Supplier<String> narrower) {
        this.most = most;
        this.end = System.nanoTime() + most.toNanos();
        this.narrower = narrower;
    }

    /** For what is read as fast as a client takes it, and may take as long as that. */
    static Budget none() {
        return new Budget(Duration.ofDays(1000), () -> "");
    }

    @Override
    public boolean shouldExit() {
        return System.nanoTime() - end >= 0;
    }

    /**
     * One document further.
     *
     * @throws Problem 503 if the time is up, noticed every so many steps
     */
    void step() {
        if ((++steps & STEPS) == 0) {
            check();
        }
    }

    /** @throws Problem 503 if the time is up */
    void check() {
        if (shouldExit()) {
            throw new Problem(ProblemType.TOO_COSTLY, "the answer takes longer than " + most.toMillis()
                    + " ms; ask for less: " + narrower.get());
        }
    }
}
