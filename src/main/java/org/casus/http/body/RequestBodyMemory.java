package org.casus.http.body;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.casus.http.Limits;
import org.casus.http.problem.Problem;

/** Bounds the number and total size of request bodies in memory, from their first byte to the end of the response. */
@Singleton
class RequestBodyMemory {

    private static final int RETRY_SECONDS = 5;

    private final Semaphore places;
    private final Semaphore room;

    @Inject
    RequestBodyMemory(Limits limits) {
        this(limits.bodies(), (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / Limits.AFLOAT_SHARE));
    }

    RequestBodyMemory(int bodies, int bytes) {
        this.places = new Semaphore(bodies);
        this.room = new Semaphore(bytes);
    }

    /**
     * Reserves a place for a body before its first byte arrives.
     *
     * @throws Problem 503 if too many bodies are being processed
     */
    Share share() {
        if (!places.tryAcquire()) {
            throw busy();
        }
        return new Share();
    }

    private static Problem busy() {
        return Problem.unavailable("many requests with a body are under way, and nothing of this one was kept; try again",
                RETRY_SECONDS).with("Connection", "close");
    }

    /** The share of one body. */
    final class Share {

        private int bytes;
        private boolean released;

        /**
         * Reserves memory for more bytes of the body.
         *
         * @throws Problem 503 if none is left
         */
        synchronized void grow(int more) {
            if (released || !room.tryAcquire(more)) {
                throw busy();
            }
            bytes += more;
        }

        /** Releases the place and all reserved memory; repeated calls have no effect. */
        synchronized void release() {
            if (!released) {
                released = true;
                room.release(bytes);
                places.release();
            }
        }
    }
}
