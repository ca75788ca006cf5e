package org.casus.index.lucene.segment;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.lucene.index.QueryTimeout;
import org.casus.http.problem.Problem;
import org.casus.query.Deadline;

/** The time that one question may take: until the deadline of the query that the thread runs. For one thread, which takes steps. */
public final class QueryBudget implements QueryTimeout {

    /** How often to look at the clock. */
    private static final int STEPS = (1 << 12) - 1;

    private final Deadline deadline;
    private final Supplier<String> narrower;
    private int steps;

    /**
     * @param most where the thread has no deadline yet
     * @param narrower what would take less time
     */
    public QueryBudget(Duration most, Supplier<String> narrower) {
        this(Deadline.current().orElseGet(() -> Deadline.in(most)), narrower);
    }

    private QueryBudget(Deadline deadline, Supplier<String> narrower) {
        this.deadline = deadline;
        this.narrower = narrower;
    }

    /** For what is read as fast as a client takes it, and may take as long as that. */
    public static QueryBudget none() {
        return new QueryBudget(Deadline.in(Duration.ofDays(1000)), () -> "");
    }

    @Override
    public boolean shouldExit() {
        return deadline.hasPassed();
    }

    /**
     * One document further.
     *
     * @throws Problem 503 if the time is up, noticed every so many steps
     */
    public void step() {
        if ((++steps & STEPS) == 0) {
            check();
        }
    }

    /** @throws Problem 503 if the time is up */
    public void check() {
        if (shouldExit()) {
            throw deadline.exceeded(narrower.get());
        }
    }
}
