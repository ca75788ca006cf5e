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

/** The steps between the migrations of the database, which are done by now, and the first request. */
@Singleton
class Startup {

    /** An index that takes longer to build does so while requests are told to come again. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    void start(@Observes StartupEvent event, ApiKeys apiKeys, LedgerClock clock, SeedData data, IndexLifecycle index,
            Importer importer, PortReservation ports) {
        clock.start();
        // the index opens while the data of this version is compared with what is there
        index.start();
        data.bring();
        index.await(PATIENCE);
        importer.start();
        apiKeys.first().ifPresent(Startup::show);
        if (!apiKeys.hasAdministrator()) {
            Log.warn("There is no administrator's key in force; give one with casus.admin-key to make keys");
        }
        // the server binds them next
        ports.release();
    }

    /** To whoever started it, and not to the log, which others may read. */
    private static void show(String key) {
        System.out.printf("%n    The administrator's key, shown this once:%n%n    %s%n%n"
                + "    It goes as 'Authorization: Bearer <key>'.%n%n", key);
    }
}
