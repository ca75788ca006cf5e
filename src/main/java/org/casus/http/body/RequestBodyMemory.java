package org.casus.http.body;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.casus.http.Limits;
import org.casus.http.problem.Problem;

/** Bounds the request bodies that are in memory at once, in number and in bytes, from their first byte until they are answered. */
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

    /** Takes a place for a body of which nothing has come yet. */
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

    /** The part of one body. */
    final class Share {

        private int bytes;
        private boolean released;

        /**
         * Takes room for more of the body.
         *
         * @throws Problem 503 if there is none
         */
        synchronized void grow(int more) {
            if (released || !room.tryAcquire(more)) {
                throw busy();
            }
            bytes += more;
        }

        /** Gives back everything. */
        synchronized void release() {
            if (!released) {
                released = true;
                room.release(bytes);
                places.release();
            }
        }
    }
}
