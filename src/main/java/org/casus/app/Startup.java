package org.casus.app;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.casus.imports.run.Importer;
import org.casus.index.IndexLifecycle;
import org.casus.ledger.LedgerClock;
import org.casus.security.ApiKeys;
import org.casus.seed.SeedData;

/** Runs the steps of a start after the migrations of the database and before the first request. */
@Singleton
class Startup {

    /** The longest wait for the index. If building it takes longer, clients are asked to retry until it is ready. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    void start(@Observes StartupEvent event, ApiKeys apiKeys, LedgerClock clock, SeedData data, IndexLifecycle index,
            Importer importer, PortReservation ports) {
        clock.start();
        // the index opens while the seed data of this version is compared with the stored data
        index.start();
        data.bring();
        index.await(PATIENCE);
        importer.start();
        apiKeys.first().ifPresent(Startup::show);
        if (!apiKeys.hasAdministrator()) {
            Log.warn("There is no administrator's key in force; give one with casus.admin-key to make keys");
        }
        // the server binds the ports next
        ports.release();
    }

    /** Prints a key to standard output for the operator, not to the log, which others may read. */
    private static void show(String key) {
        System.out.printf("%n    The administrator's key, shown this once:%n%n    %s%n%n"
                + "    It goes as 'Authorization: Bearer <key>'.%n%n", key);
    }
}
