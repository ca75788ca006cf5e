package org.casus.load;

import java.time.Duration;

/**
 * How many rows a transaction takes: as many as are likely to lock the ledger for a quarter of a second at most, going
 * by the last one, since others wait for it. Longer ones would not be cheaper: what they hold in memory outlives more
 * collections.
 */
final class Pace {

    private static final Duration LOCKED = Duration.ofMillis(250);
    private static final int FEWEST = 50;
    private static final int FIRST = 250;
    private static final int MOST = 500;

    private int rows = FIRST;

    int rows() {
        return rows;
    }

    /** @param locked nanoseconds for which the ledger was locked by the last so many rows */
    void took(long locked) {
        double fitting = (double) LOCKED.toNanos() / Math.max(1, locked);
        if (fitting > 1) {
            rows = (int) Math.min(MOST, rows * Math.min(1.25, fitting));
        } else if (fitting < 0.75) {
            rows = (int) Math.max(FEWEST, rows * fitting);
        }
    }
}
