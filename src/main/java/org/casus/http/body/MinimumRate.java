package org.casus.http.body;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.casus.http.Limits;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/**
 * Decides whether a client sends a body fast enough. Waiting uses up time credit, and each byte restores some of it, up to
 * the initial amount. This bounds both pauses and slow transfer, however much was sent before.
 */
final class MinimumRate {

    private final long most;
    private long credit;

    /**
     * Starts with full credit.
     *
     * @param most how far a client may fall behind {@link Limits#SLOWEST_BODY}
     */
    MinimumRate(Duration most) {
        this.most = most.toNanos();
        this.credit = this.most;
    }

    /** Records that {@code bytes} arrived after a wait of {@code waited} nanoseconds. */
    void record(long waited, long bytes) {
        credit = Math.min(most, credit - waited + TimeUnit.SECONDS.toNanos(bytes) / Limits.SLOWEST_BODY);
    }

    /** Returns how many nanoseconds the next byte may take; 0 or less means that the client is too slow. */
    long left() {
        return credit;
    }

    /** Returns the problem for a client that is too slow. */
    Problem problem() {
        return new Problem(ProblemType.REQUEST_TIMEOUT, "the body arrived too slowly, and what there is of it was dropped; send at least "
                + Limits.SLOWEST_BODY + " bytes a second, and do not fall behind that by more than "
                + TimeUnit.NANOSECONDS.toSeconds(most) + " seconds").with("Connection", "close");
    }
}
