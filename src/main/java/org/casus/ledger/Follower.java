package org.casus.ledger;

import java.time.Duration;
import org.casus.http.problem.Problem;

/** The component that follows the ledger and applies its revisions to the read model. */
public interface Follower {

    /** Notifies the follower that a revision was committed, so that it reads the ledger now. */
    void wake();

    /** Waits until reads see a revision, and makes the follower publish it early. Returns false on timeout. */
    boolean await(long revision, Duration most);

    /** Waits until reads see a revision, without making the follower publish it early. Returns false on timeout. */
    boolean awaitPatiently(long revision, Duration most);

    /** Waits until a revision is applied; reads may see it slightly later. Returns false on timeout. */
    boolean awaitTaken(long revision, Duration most);

    /**
     * Waits a few seconds until reads see a revision that this node has committed. If they do not, the node is late, and so not
     * ready, until they do. Returns false on timeout.
     */
    boolean awaitWritten(long revision);

    /** Returns whether the read model is built and can be read. */
    boolean ready();

    /** Returns the revision that reads see. */
    long position();

    /**
     * Returns the revision that reads see, for a request that cannot be answered without one.
     *
     * @throws Problem 503 while the read model is being built and no revision can be read
     */
    default long visible() {
        if (!ready()) {
            throw Problem.unavailable("the index is being built from the database; reads begin when it is done", 5);
        }
        return position();
    }

    /** Returns the last revision that is applied. Reads do not see revisions after {@link #position} yet. */
    long taken();
}
