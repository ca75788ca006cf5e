package org.casus.ledger;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.casus.http.problem.Problem;

/**
 * The writers of this node go together, but who deletes goes alone: a deletion that others stop while they commit has
 * been seen to take the last number of the ledger back with it in H2.
 */
final class Turns {

    private static final long PATIENCE_SECONDS = 5;

    /** Fair, so that a stream of writers does not keep a deletion waiting. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** @throws Problem 503 if another writer takes too long */
    <T> T together(Supplier<T> write) {
        return take(lock.readLock(), write);
    }

    /** @throws Problem 503 if other writers take too long */
    <T> T alone(Supplier<T> write) {
        return take(lock.writeLock(), write);
    }

    private static <T> T take(Lock turn, Supplier<T> write) {
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.unavailable("other writers take long; try again", 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("the node is stopping; try again", 1);
        }
        try {
            return write.get();
        } finally {
            turn.unlock();
        }
    }
}
