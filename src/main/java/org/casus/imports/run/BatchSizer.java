package org.casus.imports.run;

import java.time.Duration;
import org.casus.store.Transactions;

/**
 * How many rows a transaction takes: as many as are likely to keep other writers waiting for no longer than they should,
 * going by the last one. Larger ones would not be cheaper: what they hold in memory outlives more collections.
 */
final class BatchSizer {

    /** Others wait while numbers are given out and rows are written. */
    private static final Duration NUMBERED = Duration.ofMillis(250);
    /** Others wait while rows are looked up and put together, too: half as long would cost a load a fifth of its speed. */
    private static final Duration ALONE = Duration.ofMillis(500);
    private static final int FEWEST = 50;
    private static final int FIRST = 250;
    private static final int MOST = 500;

    private final Duration most;
    private int rows = FIRST;

    BatchSizer() {
        this(Transactions.writersGoAlone() ? ALONE : NUMBERED);
    }

    /** @param most how long others should wait for one transaction */
    BatchSizer(Duration most) {
        this.most = most;
    }

    int rows() {
        return rows;
    }

    /** @param waited nanoseconds for which the last so many rows kept others waiting */
    void took(long waited) {
        double fitting = (double) most.toNanos() / Math.max(1, waited);
        if (fitting > 1) {
            rows = (int) Math.min(MOST, rows * Math.min(1.25, fitting));
        } else if (fitting < 0.75) {
            rows = (int) Math.max(FEWEST, rows * fitting);
        }
    }
}
