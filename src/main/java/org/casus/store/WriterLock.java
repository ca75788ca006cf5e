package org.casus.store;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * The turn to write in the embedded database: one thread has it at a time, in the order in which they ask. A turn ends
 * with its transaction. It also ends when the store that the transaction writes to has closed itself after a failure:
 * nothing can be committed there any more, so nobody has to wait for the thread that may still be busy with it.
 */
final class WriterLock implements AutoCloseable {

    private static final Semaphore FREE = new Semaphore(1, true);
    /** The holder of this lock sees only what is on the disk, since nobody commits meanwhile. */
    private static final Semaphore COMMIT = new Semaphore(1, true);
    private static final long LONGEST_COMMIT_SECONDS = 30;

    private static volatile WriterLock current;

    private final Thread thread = Thread.currentThread();
    private volatile MVStore store;
    private volatile boolean committing;
    private boolean over;

    private WriterLock() {
    }

    /**
     * Waits for the turn.
     *
     * @throws WriterTimeoutException if that takes too long, or the thread is interrupted
     */
    static WriterLock take(long seconds) {
        acquire(FREE, seconds);
        current = new WriterLock();
        return current;
    }

    private static void acquire(Semaphore semaphore, long seconds) {
        try {
            if (!semaphore.tryAcquire(seconds, TimeUnit.SECONDS)) {
                throw new WriterTimeoutException("other writers take more than " + seconds + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WriterTimeoutException("interrupted while others write");
        }
    }

    /**
     * Does something while nobody commits. H2 shows what is being committed before it is written, and takes it back if
     * that fails; what begins to look at the database here sees no such thing.
     */
    static void betweenCommits(Runnable beginning) {
        acquire(COMMIT, LONGEST_COMMIT_SECONDS);
        try {
            beginning.run();
        } finally {
            COMMIT.release();
        }
    }

    /** The turn that this thread has already, so that a transaction within another does not wait for it. */
    static Optional<WriterLock> mine() {
        return Optional.ofNullable(current).filter(turn -> turn.thread == Thread.currentThread());
    }

    /** Ends the turn of a transaction that can never be committed. */
    static void endIfLost() {
        WriterLock turn = current;
        if (turn != null && turn.store != null && ClosedStoreRecovery.isClosed(turn.store)) {
            turn.close();
        }
    }

    /**
     * Notes where the transaction writes to.
     *
     * @param store null if the database does not run in this process
     */
    void writesTo(MVStore store) {
        this.store = store;
    }

    /** From now until the turn ends, the transaction is committed. */
    void commits() {
        if (committing) {
            return;
        }
        acquire(COMMIT, LONGEST_COMMIT_SECONDS);
        synchronized (this) {
            if (over) {
                COMMIT.release();
            } else {
                committing = true;
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!over) {
            over = true;
            if (committing) {
                COMMIT.release();
            }
            current = null;
            FREE.release();
        }
    }
}
