package org.casus.index;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.casus.ledger.Follower;
import org.casus.readmodel.ReadModel;

/** The thread that follows the ledger: as soon as this node has written, and every so often for what others write. */
final class LedgerFollower implements Follower, Runnable {

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    /** How long a write that is durable already may wait to be seen. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Fewer changes are shown as soon as they are taken in. */
    private static final int FEW = 500;
    /** While there are many, they are shown so often: each time makes a segment of the index, to be merged with others later. */
    private static final Duration SHOWN = Duration.ofSeconds(2);

    private final Indexer indexer;
    private final ReadModel model;
    private final Duration poll;
    private final Duration keep;
    private final Thread thread = new Thread(this, "casus-indexer");

    private boolean woken;
    private boolean stopped;
    /** The threads that wait for a revision to become visible. */
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

    /** Stops after the step at hand, if that ends soon, and keeps what was indexed. */
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

    /** Whatever goes wrong is said and tried again: this thread must not die while the node says it is well. */
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

    /** @param more changes that were just taken in */
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
            // woken for another reason
        }
        woken = false;
    }

    /** Waits for news, or for the end; false if that has come, or this thread is to stop. */
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
            // looked again
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

    /** How it is getting on, in a word. */
    State state() {
        if (!ready) {
            return State.BUILDING;
        }
        if (trouble != null) {
            return State.IN_TROUBLE;
        }
        return model.revision() < promised ? State.LATE : State.FOLLOWING;
    }

    /** Following is the only good one. */
    enum State {
        BUILDING, FOLLOWING, LATE, IN_TROUBLE
    }
}
