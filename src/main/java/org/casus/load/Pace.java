package org.casus.load;

import java.time.Duration;

/**
 * How many rows a transaction takes. Long ones cost least, and a load that is alone at the ledger keeps nobody waiting;
 * once somebody else has written, transactions are short for a while.
 */
final class Pace {

    private static final Duration ALONE = Duration.ofMillis(600);
    private static final Duration WITH_OTHERS = Duration.ofMillis(150);
    /** Batches for which it stays ready for others. */
    private static final int WARY = 50;
    private static final int FEWEST = 50;
    private static final int FIRST = 250;
    private static final int MOST = 500;

    private int rows = FIRST;
    private int wary;

    int rows() {
        return rows;
    }

    /**
     * @param locked nanoseconds for which the ledger was locked by the last so many rows
     * @param met whether anybody else has written since those before
     */
    void took(long locked, boolean met) {
        wary = met ? WARY : Math.max(0, wary - 1);
        double fitting = (double) (wary > 0 ? WITH_OTHERS : ALONE).toNanos() / Math.max(1, locked);
        if (fitting > 1) {
            rows = (int) Math.min(MOST, rows * Math.min(1.25, fitting));
        } else if (fitting < 0.75) {
            rows = (int) Math.max(FEWEST, rows * fitting);
        }
    }
}
