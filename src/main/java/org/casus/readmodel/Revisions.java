package org.casus.readmodel;

import org.casus.query.AsOf;

/** Resolves revisions for readers, by the ledger. */
public interface Revisions {

    /** The number of the last revision; 0 before the first. */
    long head();

    /**
     * The revision that reads of this node see.
     *
     * @throws org.casus.http.problem.Problem 503 while there is none, because the read model is being built
     */
    long visible();

    /**
     * The number of the last revision recorded at or before a moment. The answer is final: no revision that is
     * committed later falls before the moment.
     *
     * @param parameter the one that names the moment
     * @throws org.casus.http.problem.Problem 400 if the moment has not passed
     */
    long at(AsOf.Moment moment, String parameter);

    /**
     * The revision at which a release of a dataset had been loaded, the last time if that was done more than once.
     *
     * @throws org.casus.http.problem.Problem 400 if there is none of that name
     */
    long at(AsOf.Release release);

    /**
     * Waits until the read model of this node has reached a revision of the ledger.
     *
     * @throws org.casus.http.problem.Problem 503 if it does not in time
     */
    void await(long revision);
}
