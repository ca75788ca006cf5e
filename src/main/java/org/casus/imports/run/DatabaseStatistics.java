package org.casus.imports.run;

import io.quarkus.logging.Log;
import jakarta.persistence.PersistenceException;
import org.casus.imports.job.ImportJob;
import org.casus.store.Transactions;

/**
 * Keeps the planner's statistics of the tables up to date while a load makes them grow. A plan that was made while they were small
 * scans them, and PostgreSQL analyses them by itself only a minute later.
 */
final class DatabaseStatistics {

    /** A ledger that has grown so many times is worth another look. */
    private static final int GROWN = 4;
    /** Revisions of a ledger whose tables are small whatever the database thinks of them. */
    private static final long SMALL = 1_000;

    /** The revision at which the database last looked, as far as that is known here. */
    private long looked;

    DatabaseStatistics(long revision) {
        looked = Math.max(SMALL, revision);
    }

    /**
     * Has the database look again where it is time to. Whoever may not ask for it is slower, and that is all.
     *
     * @param revision null where nothing was written yet
     */
    void reached(Long revision) {
        if (revision == null || revision < looked * GROWN) {
            return;
        }
        looked = revision;
        try {
            Transactions.write(() -> ImportJob.getEntityManager().createNativeQuery("analyze").executeUpdate());
        } catch (PersistenceException e) {
            Log.debug("The database did not look at its tables again", e);
        }
    }
}
