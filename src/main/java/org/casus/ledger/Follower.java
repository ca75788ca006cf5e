package org.casus.ledger;

import java.time.Duration;

/** Whoever follows the ledger to answer reads. */
public interface Follower {

    /** Something was committed: follow now. */
    void wake();

    /** Waits until reads see a revision; false if they do not in time. */
    boolean await(long revision, Duration most);

    /**
     * Waits a few seconds until reads see a revision that this node has acknowledged. If they do not, the node counts
     * as late, and is not ready, until they do.
     */
    boolean awaitWritten(long revision);

    /** Whether there is anything to read yet. */
    boolean ready();

    /** The revision that reads see. */
    long position();
}
