package org.casus.imports.run;

import java.time.Duration;
import org.casus.store.Transactions;

/**
 * Chooses the number of rows for the next transaction of an import, from the time that the last one made other writers wait.
 * The number is bounded, since larger transactions are not cheaper: the objects that they hold survive more garbage collections.
 */
final class BatchSizer {

    /** The limit if other writers wait only while revision numbers are assigned and rows are written. */
    private static final Duration NUMBERED = Duration.ofMillis(250);
    /** The limit if other writers also wait while rows are looked up and assembled. Half of it would slow an import by a fifth. */
    private static final Duration ALONE = Duration.ofMillis(500);
    private static final int FEWEST = 50;
    private static final int FIRST = 250;
    private static final int MOST = 500;

    private final Duration most;
    private int rows = FIRST;

    BatchSizer() {
        this(Transactions.writersGoAlone() ? ALONE : NUMBERED);
    }

    /** @param most the longest time that other writers should wait for one transaction */
    BatchSizer(Duration most) {
        this.most = most;
    }

    int rows() {
        return rows;
    }

    /**
     * Adjusts the number of rows to the last transaction.
     *
     * @param waited nanoseconds for which that transaction made other writers wait
     */
    void took(long waited) {
        double fitting = (double) most.toNanos() / Math.max(1, waited);
        if (fitting > 1) {
            rows = (int) Math.min(MOST, rows * Math.min(1.25, fitting));
        } else if (fitting < 0.75) {
            rows = (int) Math.max(FEWEST, rows * fitting);
        }
    }
}
