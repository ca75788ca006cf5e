package org.casus.ledger;

import java.time.Duration;
import org.casus.http.problem.Problem;

/** Whoever follows the ledger to answer reads. */
public interface Follower {

    /** Something was committed: follow now. */
    void wake();

    /** Waits until reads see a revision, which is made to be soon; false if they do not in time. */
    boolean await(long revision, Duration most);

    /** Waits until reads see a revision, whenever that is; false if they do not in time. */
    boolean awaitPatiently(long revision, Duration most);

    /** Waits until a revision is taken in, though reads may see it only a little later; false if it is not in time. */
    boolean awaitTaken(long revision, Duration most);

    /**
     * Waits a few seconds until reads see a revision that this node has acknowledged. If they do not, the node counts
     * as late, and is not ready, until they do.
     */
    boolean awaitWritten(long revision);

    /** Whether there is anything to read yet. */
    boolean ready();

    /** The revision that reads see. */
    long position();

    /**
     * The revision that reads see, for a request that cannot be answered without one.
     *
     * @throws Problem 503 while there is none, because the read model is being built
     */
    default long visible() {
        if (!ready()) {
            throw Problem.unavailable("the index is being built from the database; reads begin when it is done", 5);
        }
        return position();
    }

    /** The revision up to which the ledger is taken in; what is newer than {@link #position} is not shown yet. */
    long taken();
}
