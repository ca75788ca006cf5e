package org.casus.app;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.logging.Log;
import io.quarkus.runtime.PreventFurtherStepsException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.casus.store.ReopeningFileSystem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Makes the migrations of one start atomic in the embedded database, too. PostgreSQL rolls back an uncommitted migration, but H2
 * commits after every change of a table, and a process that dies in between leaves a store that no version can read. A
 * {@link StoreBackup} is therefore kept until all migrations are done, and a start that finds one restores it first.
 */
@Singleton
class Migrations implements FlywayConfigurationCustomizer {

    private final String url;
    private final PortReservation ports;

    Migrations(PortReservation ports, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.ports = ports;
        this.url = url;
    }

    /** Reserves the ports and restores an interrupted migration, before the database is opened. */
    @Override
    public void customize(FluentConfiguration flyway) {
        ports.take();
        ReopeningFileSystem.register();
        if (url.startsWith("jdbc:postgresql:")) {
            flyway.callbacks(new MigrationTimeouts());
        }
        StoreBackup.of(url).ifPresent(copy -> {
            copy.openElsewhere().ifPresent(file -> {
                throw new PreventFurtherStepsException("The store " + file + " is already in use by another process, most likely by"
                        + " another Casus. Stop that, or start in another folder", 1);
            });
            protect(copy);
            flyway.callbacks(new StoreBackupCallback(copy, putBack(copy)));
        });
    }

    private static void protect(StoreBackup copy) {
        try {
            copy.protect();
        } catch (IOException e) {
            throw new UncheckedIOException("the store's folder cannot be made, or not be written: " + e.getMessage(), e);
        }
    }

    private static boolean putBack(StoreBackup copy) {
        if (!copy.exists()) {
            return false;
        }
        try {
            copy.putBack();
        } catch (IOException e) {
            throw new UncheckedIOException("the store cannot be put back as it was before its migration, from " + copy + ": "
                    + e.getMessage(), e);
        }
        Log.warnf("A migration of the store did not come to its end: the store was put back as it was before, from %s", copy);
        return true;
    }
}
