package org.casus.rest.stream;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.casus.http.Limits;

/**
 * How long one client may be waited for: so long at a stretch, and in all as long as it takes to send what it was sent
 * at {@link Limits#SLOWEST_EXPORT}. Else one that takes a little now and then has its place for days.
 */
final class SlowClientTimeout {

    private final long stretch;
    private long left;

    SlowClientTimeout(Duration stretch) {
        this.stretch = stretch.toNanos();
        this.left = this.stretch;
    }

    /** So many bytes more were sent. */
    void earn(long bytes) {
        left += TimeUnit.SECONDS.toNanos(bytes) / Limits.SLOWEST_EXPORT;
    }

    /** Takes a permit as soon as there is one; false if that was waited for too long. */
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
