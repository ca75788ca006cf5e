package org.casus.imports.run;

import io.quarkus.logging.Log;
import jakarta.persistence.PersistenceException;
import org.casus.imports.job.ImportJob;
import org.casus.store.Transactions;

/**
 * Keeps the statistics of the query planner up to date while an import makes the tables grow. A plan that was made while the tables
 * were small scans them, and PostgreSQL analyses them by itself only a minute later.
 */
final class DatabaseStatistics {

    /** The tables are analysed again when the ledger has grown by this factor. */
    private static final int GROWN = 4;
    /** Up to this number of revisions the tables are small, whatever their statistics are. */
    private static final long SMALL = 1_000;

    /** The revision at which the tables were last analysed, as far as this import knows. */
    private long looked;

    DatabaseStatistics(long revision) {
        looked = Math.max(SMALL, revision);
    }

    /**
     * Analyses the tables if the ledger has grown enough. If the database user lacks the privilege, the import only becomes slower.
     *
     * @param revision the last revision of the import; null if nothing has been written yet
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
