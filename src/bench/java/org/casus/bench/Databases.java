package org.casus.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Where a load goes, and an empty database of the same kind beside it. */
interface Databases extends AutoCloseable {

    /** What the server has to be told to find it. */
    Map<String, String> environment();

    /** The database of the server; of H2, while no server has it. */
    Connection loaded() throws SQLException;

    /** One with the server's tables and nothing in them. */
    Connection empty() throws SQLException;

    @Override
    void close() throws IOException;

    static Databases of(Settings settings, Path folder) throws IOException {
        return settings.onPostgreSql() ? new PostgreSql() : new H2(folder);
    }

    /** A file in the server's folder. */
    record H2(Path folder) implements Databases {

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public Connection loaded() throws SQLException {
            return BenchStore.connect(folder.resolve("data/casus"));
        }

        @Override
        public Connection empty() throws SQLException {
            Flyway.configure().dataSource(BenchStore.source(folder.resolve("limit"))).load().migrate();
            return BenchStore.connect(folder.resolve("limit"));
        }

        @Override
        public void close() {
            // the files stay until the next run
        }
    }

    /** A server of its own, as it comes. */
    final class PostgreSql implements Databases {

        private static final String USER = "postgres";
        private static final String EMPTY = "bare_tables";
        private final EmbeddedPostgres server;

        PostgreSql() throws IOException {
            server = EmbeddedPostgres.start();
        }

        @Override
        public Map<String, String> environment() {
            return Map.of("CASUS_DB_HOST", "localhost", "CASUS_DB_PORT", Integer.toString(server.getPort()),
                    "CASUS_DB_NAME", USER, "CASUS_DB_USER", USER, "CASUS_DB_PASSWORD", USER);
        }

        @Override
        public Connection loaded() throws SQLException {
            return server.getDatabase(USER, USER).getConnection();
        }

        @Override
        public Connection empty() throws SQLException {
            try (Connection connection = loaded(); Statement statement = connection.createStatement()) {
                statement.execute("drop database if exists " + EMPTY);
                statement.execute("create database " + EMPTY);
            }
            DataSource empty = server.getDatabase(USER, EMPTY, Map.of("reWriteBatchedInserts", "true"));
            Flyway.configure().dataSource(empty).load().migrate();
            return empty.getConnection();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
