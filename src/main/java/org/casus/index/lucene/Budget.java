package org.casus.index.lucene;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.lucene.index.QueryTimeout;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/** The time that one question may take. */
final class Budget implements QueryTimeout {

    /** For what is read as fast as a client takes it, and may take as long as that. */
    static final Budget NONE = new Budget(Duration.ofDays(1000), () -> "");

    private final Duration most;
    private final long end;
    private final Supplier<String> narrower;

    /** @param narrower what would take less time */
    Budget(Duration most, Supplier<String> narrower) {
        this.most = most;
        this.end = System.nanoTime() + most.toNanos();
        this.narrower = narrower;
    }

    @Override
    public boolean shouldExit() {
        return System.nanoTime() - end >= 0;
    }

    /** @throws Problem 503 if the time is up */
    void check() {
        if (shouldExit()) {
            throw new Problem(ProblemType.TOO_COSTLY, "the answer takes longer than " + most.toMillis()
                    + " ms; ask for less: " + narrower.get());
        }
    }
}
