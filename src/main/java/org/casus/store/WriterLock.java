package org.casus.store;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * The lock for writing to the embedded database. One thread holds it at a time, and waiting threads get it in the order of their
 * requests. It is released at the end of the transaction. It is also released when the store to which the transaction writes has
 * closed itself after a failure: nothing can be committed there any more, so other threads need not wait for the thread that may
 * still be busy with it.
 */
final class WriterLock implements AutoCloseable {

    private static final Semaphore FREE = new Semaphore(1, true);
    /** Held during a commit. A thread that holds it to read sees only durable data, since no transaction commits at the same time. */
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
     * Waits for the lock and returns it.
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
     * Runs a task while no transaction commits. H2 makes a commit visible before it is written to the disk, and rolls it back if
     * writing fails; a snapshot that is taken in the task does not contain such data.
     */
    static void betweenCommits(Runnable beginning) {
        acquire(COMMIT, LONGEST_COMMIT_SECONDS);
        try {
            beginning.run();
        } finally {
            COMMIT.release();
        }
    }

    /** Returns the lock if this thread holds it already, so that a nested transaction does not wait for it. */
    static Optional<WriterLock> mine() {
        return Optional.ofNullable(current).filter(turn -> turn.thread == Thread.currentThread());
    }

    /** Releases the lock if its transaction can no longer be committed, because the store is closed. */
    static void endIfLost() {
        WriterLock turn = current;
        if (turn != null && turn.store != null && ClosedStoreRecovery.isClosed(turn.store)) {
            turn.close();
        }
    }

    /**
     * Sets the store to which the transaction writes.
     *
     * @param store null if the database does not run in this process
     */
    void writesTo(MVStore store) {
        this.store = store;
    }

    /** Marks the beginning of the commit, which lasts until the lock is released. */
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
