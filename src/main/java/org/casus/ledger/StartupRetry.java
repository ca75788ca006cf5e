package org.casus.ledger;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.function.Supplier;
import org.casus.http.problem.DatabaseUnavailability;

/**
 * Writes of a start. Another process may hold the lock of the ledger, or have died with it, so a start tries again for
 * longer than a request does, and ends if that does not help.
 */
public final class StartupRetry {

    /** Sessions of ours that hold a lock and do nothing are ended by the database much sooner. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private StartupRetry() {
    }

    /** Tries until it is written, or two minutes are over; then the last failure is thrown. */
    public static <T> T write(Supplier<T> writing) {
        return write(writing, PATIENCE, PAUSE);
    }

    static <T> T write(Supplier<T> writing, Duration patience, Duration pause) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return writing.get();
            } catch (RuntimeException e) {
                if (!DatabaseUnavailability.isCauseOf(e) || end - System.nanoTime() < 0) {
                    throw e;
                }
                Log.warnf("The start waits for the database, for at most %d s more: %s",
                        Duration.ofNanos(end - System.nanoTime()).toSeconds(), e.getMessage());
            }
            pause(pause);
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the start waits for the database", e);
        }
    }
}
