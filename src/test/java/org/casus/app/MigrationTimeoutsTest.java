package org.casus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration of PostgreSQL takes longer than any request may. */
class MigrationTimeoutsTest {

    @Test
    void a_migration_takes_longer_than_a_statement_and_a_silent_network_may(@TempDir Path scripts) throws IOException {
        Files.writeString(scripts.resolve("V1__slow.sql"), "select pg_sleep(2);");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource hurried = postgres.getDatabase("postgres", "postgres",
                    Map.of("socketTimeout", "1", "options", "-c statement_timeout=500"));
            FluentConfiguration flyway = Flyway.configure().dataSource(hurried).locations("filesystem:" + scripts);
            assertThatThrownBy(() -> flyway.load().migrate()).isInstanceOf(FlywayException.class);
            assertThat(flyway.callbacks(new MigrationTimeouts()).load().migrate().migrationsExecuted).isEqualTo(1);
        }
    }
}
