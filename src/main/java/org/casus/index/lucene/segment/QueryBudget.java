package org.casus.index.lucene.segment;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.lucene.index.QueryTimeout;
import org.casus.http.problem.Problem;
import org.casus.query.Deadline;

/**
 * The time limit of one query, which is the deadline of the query that the thread runs. An instance is used by one
 * thread, which reports its steps.
 */
public final class QueryBudget implements QueryTimeout {

    /** The bit mask of the steps between two checks of the clock. */
    private static final int STEPS = (1 << 12) - 1;

    private final Deadline deadline;
    private final Supplier<String> narrower;
    private int steps;

    /**
     * Creates the budget of one query.
     *
     * @param most the time limit if the thread has no deadline yet
     * @param narrower suggests a query that would take less time
     */
    public QueryBudget(Duration most, Supplier<String> narrower) {
        this(Deadline.current().orElseGet(() -> Deadline.in(most)), narrower);
    }

    private QueryBudget(Deadline deadline, Supplier<String> narrower) {
        this.deadline = deadline;
        this.narrower = narrower;
    }

    /** Returns a practically unlimited budget (1,000 days), for results that are read as fast as the client accepts them. */
    public static QueryBudget none() {
        return new QueryBudget(Deadline.in(Duration.ofDays(1000)), () -> "");
    }

    @Override
    public boolean shouldExit() {
        return deadline.hasPassed();
    }

    /**
     * Counts one step, such as one document.
     *
     * @throws Problem 503 if the time is up; the clock is checked every 4,096 steps
     */
    public void step() {
        if ((++steps & STEPS) == 0) {
            check();
        }
    }

    /**
     * Checks the clock.
     *
     * @throws Problem 503 if the time is up
     */
    public void check() {
        if (shouldExit()) {
            throw deadline.exceeded(narrower.get());
        }
    }
}
