package org.casus.index;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.casus.ledger.Follower;
import org.casus.readmodel.ReadModel;

/** The thread that follows the ledger. It indexes as soon as this node has written, and polls for the writes of other nodes. */
final class LedgerFollower implements Follower, Runnable {

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    /** How long a committed write may wait until reads see it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Up to this many unpublished changes are published as soon as they have been applied. */
    private static final int FEW = 500;
    /**
     * The interval of publishing while many changes arrive. Each publish creates an index segment that has to be merged
     * later.
     */
    private static final Duration SHOWN = Duration.ofSeconds(2);

    private final Indexer indexer;
    private final ReadModel model;
    private final Duration poll;
    private final Duration keep;
    private final Thread thread = new Thread(this, "casus-indexer");

    private boolean woken;
    private boolean stopped;
    /** The number of threads that wait for a revision to become visible. */
    private int waiting;
    private long shownAt = System.nanoTime();
    private volatile boolean ready;
    private volatile String trouble;
    private volatile long promised;
    private long keptRevision;
    private long keptAt = System.nanoTime();

    LedgerFollower(Indexer indexer, ReadModel model, IndexConfig config) {
        this.indexer = indexer;
        this.model = model;
        this.poll = config.poll();
        this.keep = config.keep();
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops the thread after its current step, if that ends within {@link #PATIENCE}, and then commits the index. */
    void stop() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ready && !thread.isAlive()) {
            indexer.publish();
            model.keep();
        }
    }

    @Override
    public void run() {
        while (!isStopped() && !thread.isInterrupted()) {
            boolean done = step();
            pause(done ? poll : PAUSE_AFTER_FAILURE, done);
        }
    }

    /**
     * Runs one step. Every failure is logged and retried: the thread must not die while the node reports itself ready.
     *
     * @return false if the step failed
     */
    private boolean step() {
        try {
            if (model.reopen()) {
                Log.warn("A part of the index had closed itself after a failure; it is opened again and caught up");
                ready = false;
            }
            if (ready) {
                long before = indexer.position();
                indexer.follow();
                if (isDue(indexer.position() - before)) {
                    show();
                }
                keepAfterAWhile();
            } else {
                indexer.start();
                keptRevision = model.revision();
            }
            synchronized (this) {
                ready = true;
                trouble = null;
                notifyAll();
            }
            return true;
        } catch (Throwable e) {
            if (trouble == null) {
                Log.error("The index cannot follow the database; trying again every second", e);
            }
            trouble = String.valueOf(e.getMessage());
            return false;
        }
    }

    private void show() {
        indexer.publish();
        shownAt = System.nanoTime();
    }

    /**
     * Returns whether the applied changes should be published now.
     *
     * @param more the number of changes that were just applied
     */
    private synchronized boolean isDue(long more) {
        return waiting > 0 || more == 0 || indexer.position() - model.revision() <= FEW
                || System.nanoTime() - shownAt > SHOWN.toNanos();
    }

    private void keepAfterAWhile() {
        if (indexer.position() > keptRevision && System.nanoTime() - keptAt > keep.toNanos()) {
            show();
            model.keep();
            keptRevision = model.revision();
            keptAt = System.nanoTime();
        }
    }

    private synchronized void pause(Duration most, boolean untilWoken) {
        long end = System.nanoTime() + most.toNanos();
        while (!stopped && !(untilWoken && woken) && waitUntil(end)) {
            // woken for another reason: wait again
        }
        woken = false;
    }

    /** Waits for a notification. Returns false if the end has passed or the thread was interrupted. */
    private boolean waitUntil(long end) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            return false;
        }
        try {
            wait(left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    @Override
    public synchronized boolean await(long revision, Duration most) {
        if (isSeen(revision)) {
            return true;
        }
        wake();
        waiting++;
        try {
            return awaitPatiently(revision, most);
        } finally {
            waiting--;
        }
    }

    @Override
    public boolean awaitPatiently(long revision, Duration most) {
        return await(() -> isSeen(revision), most);
    }

    @Override
    public synchronized boolean awaitTaken(long revision, Duration most) {
        wake();
        return await(() -> ready && taken() >= revision, most);
    }

    private synchronized boolean await(BooleanSupplier reached, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!stopped && !reached.getAsBoolean() && waitUntil(end)) {
            // the condition is checked again
        }
        return reached.getAsBoolean();
    }

    private boolean isSeen(long revision) {
        return ready && model.revision() >= revision;
    }

    @Override
    public boolean awaitWritten(long revision) {
        boolean seen = await(revision, PATIENCE);
        if (!seen) {
            Log.warnf("Revision %d is durable, but reads do not see it after %s", revision, PATIENCE);
            promise(revision);
        }
        return seen;
    }

    private synchronized void promise(long revision) {
        promised = Math.max(promised, revision);
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public long position() {
        return model.revision();
    }

    @Override
    public long taken() {
        return indexer.position();
    }

    /** Returns the state of the follower. */
    State state() {
        if (!ready) {
            return State.BUILDING;
        }
        if (trouble != null) {
            return State.IN_TROUBLE;
        }
        return model.revision() < promised ? State.LATE : State.FOLLOWING;
    }

    /**
     * The states of the follower. Only {@code FOLLOWING} is healthy; {@code LATE} means that reads do not yet see an
     * acknowledged write.
     */
    enum State {
        BUILDING, FOLLOWING, LATE, IN_TROUBLE
    }
}
