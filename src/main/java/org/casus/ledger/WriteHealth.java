package org.casus.ledger;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.casus.model.ResourceKind;
import org.casus.store.Transactions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness check that reports whether the database accepts writes, so that an operator learns of a failure before the users do. It
 * inserts a revision and rolls it back, at most once in five seconds however often the check is called.
 */
@Readiness
@Singleton
public class WriteHealth implements HealthCheck {

    private static final String NAME = "writes";
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Clock clock;
    private final ReentrantLock probing = new ReentrantLock();
    private volatile Result latest;

    /** @param failure the reason why the write failed; null if it succeeded */
    private record Result(long nanoTime, String failure) {

        boolean isFresh() {
            return System.nanoTime() - nanoTime < INTERVAL.toNanos();
        }
    }

    public WriteHealth(Clock clock) {
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        // while one caller waits for a database that does not respond, other callers get the latest result
        if ((latest == null || !latest.isFresh()) && probing.tryLock()) {
            try {
                keep(probe());
            } finally {
                probing.unlock();
            }
        }
        Result result = latest;
        String failure = result == null ? "no write was tried yet" : result.failure;
        return failure == null ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME).down().withData("failure", failure).build();
    }

    private void keep(String failure) {
        String before = latest == null ? null : latest.failure;
        if (failure != null && !failure.equals(before)) {
            Log.errorf("The database takes no writes: %s", failure);
        } else if (failure == null && before != null) {
            Log.info("The database takes writes again");
        }
        latest = new Result(System.nanoTime(), failure);
    }

    /** Tries a write. Returns the reason why it failed, or null if it succeeded. */
    private String probe() {
        try {
            Transactions.writeAndRollBack(() -> revision(clock.instant()).persistAndFlush());
            return null;
        } catch (RuntimeException e) {
            return deepest(e).toString().lines().findFirst().orElse("");
        }
    }

    /**
     * Creates the revision to insert. Its number is negative, which no ledger uses, and taken from the monotonic clock, so that nodes
     * use different numbers and do not wait for each other's uncommitted row.
     */
    private static Revision revision(Instant now) {
        Revision revision = new Revision();
        revision.number = -1 - Math.abs(System.nanoTime());
        revision.kind = ResourceKind.EVENT;
        revision.resource = "probe";
        revision.operation = Operation.CREATE;
        revision.recordedAt = now;
        revision.author = "casus";
        return revision;
    }

    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
