package org.casus.load;

import java.time.Duration;

/** How many rows a transaction takes: as many as keep other writers waiting for less than a quarter of a second. */
final class Pace {

    private static final long AIM = Duration.ofMillis(600).toNanos();
    private static final long MOST = Duration.ofMillis(800).toNanos();
    private static final int FEWEST = 50;
    private static final int FIRST = 250;
    private static final int MOST_ROWS = 2_000;

    private int rows = FIRST;

    int rows() {
        return rows;
    }

    /** @param locked nanoseconds for which the ledger was locked by the last so many rows */
    void took(long locked) {
        if (locked > MOST) {
            rows = Math.max(FEWEST, rows / 2);
        } else if (locked < AIM) {
            rows = Math.min(MOST_ROWS, rows + rows / 4);
        }
    }
}
