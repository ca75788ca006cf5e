package org.casus.readmodel;

import org.casus.query.AsOf;

/** Resolves moments and releases to revisions of the ledger. */
public interface Revisions {

    /** Returns the number of the last revision; 0 before the first. */
    long head();

    /**
     * Returns the revision that reads on this node see.
     *
     * @throws org.casus.http.problem.Problem 503 while the read model is being built and has no revision yet
     */
    long visible();

    /**
     * Returns the number of the last revision recorded at or before a moment. The result is final: no revision that is
     * committed later is recorded before the moment.
     *
     * @param parameter the request parameter that contains the moment
     * @throws org.casus.http.problem.Problem 400 if the moment has not passed
     */
    long at(AsOf.Moment moment, String parameter);

    /**
     * Returns the revision at which a release of a dataset had been loaded; the last one if it was loaded more than once.
     *
     * @throws org.casus.http.problem.Problem 400 if no such release exists
     */
    long at(AsOf.Release release);

    /**
     * Waits until the read model of this node has reached a revision of the ledger.
     *
     * @throws org.casus.http.problem.Problem 503 if the read model does not reach it in time
     */
    void await(long revision);
}
