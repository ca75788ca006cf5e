package org.casus.rest.stream;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.casus.http.Limits;

/**
 * Limits the time spent waiting for one client: each single wait, and in total the time that the bytes sent take at
 * {@link Limits#SLOWEST_EXPORT}. Without the total, a client that reads a little now and then would occupy its slot for days.
 */
final class SlowClientTimeout {

    private final long stretch;
    private long left;

    SlowClientTimeout(Duration stretch) {
        this.stretch = stretch.toNanos();
        this.left = this.stretch;
    }

    /** Extends the total by the time allowed for the given number of sent bytes. */
    void earn(long bytes) {
        left += TimeUnit.SECONDS.toNanos(bytes) / Limits.SLOWEST_EXPORT;
    }

    /** Waits for a permit; returns false if the wait took too long. */
    boolean acquire(Semaphore permits) throws InterruptedException {
        if (permits.tryAcquire()) {
            return true;
        }
        long begun = System.nanoTime();
        boolean got = permits.tryAcquire(Math.min(stretch, left), TimeUnit.NANOSECONDS);
        left -= System.nanoTime() - begun;
        return got;
    }
}
