package org.casus.ledger;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.function.Supplier;
import org.casus.http.problem.DatabaseUnavailability;

/**
 * Retries the writes of the application start. Another process may hold the ledger lock, or have died while it held the lock, so the
 * start retries for longer than a request does, and fails if that does not help.
 */
public final class StartupRetry {

    /** Much longer than the time after which the database ends an idle Casus session that holds a lock. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private StartupRetry() {
    }

    /** Retries a write for up to two minutes while the database is unavailable, and then throws the last exception. */
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
