package org.casus.security;

import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Limits the log lines per minute for events that any client can cause, per address and in total. At the end of each minute it reports
 * the number of suppressed lines.
 */
final class LogRateLimit {

    static final int OF_ADDRESS = 20;
    static final int OF_ALL = 200;
    private static final long WINDOW_MILLIS = 60_000;

    private final Vertx vertx;
    private final LongConsumer leftOutIs;
    private final Map<String, Integer> logged = new HashMap<>();
    private int all;
    private long leftOut;
    private boolean begun;

    LogRateLimit(Vertx vertx, LongConsumer leftOutIs) {
        this.vertx = vertx;
        this.leftOutIs = leftOutIs;
    }

    /** Returns whether a line about this address may be logged now, and counts it. */
    synchronized boolean permits(String address) {
        if (!begun) {
            begun = true;
            vertx.setTimer(WINDOW_MILLIS, timer -> end());
        }
        // the total limit also bounds the number of addresses in the map
        if (all < OF_ALL && logged.getOrDefault(address, 0) < OF_ADDRESS) {
            logged.merge(address, 1, Integer::sum);
            all++;
            return true;
        }
        leftOut++;
        return false;
    }

    private synchronized void end() {
        if (leftOut > 0) {
            leftOutIs.accept(leftOut);
        }
        logged.clear();
        all = 0;
        leftOut = 0;
        begun = false;
    }
}
