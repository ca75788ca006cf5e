package org.casus.ledger.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.casus.store.ReopeningFileSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever interrupts a thread in the midst of a write closes the file of a plain H2 for everyone; not with this URL. */
class InterruptedWriterTest {

    @TempDir
    Path folder;

    @Test
    void leaves_the_database_open_for_everyone() throws Exception {
        try (Connection one = connect(); Connection other = connect(); Statement statement = one.createStatement()) {
            statement.execute("create table word (id integer primary key, text varchar(1000))");
            Thread writer = new Thread(() -> writeInterrupted(one));
            writer.start();
            writer.join();
            try (Statement later = other.createStatement()) {
                later.execute("insert into word values (100, 'later')");
                assertThat(count(later)).isEqualTo(21);
            }
        }
        try (Connection again = connect(); Statement statement = again.createStatement()) {
            assertThat(count(statement)).isEqualTo(21);
        }
    }

    private static void writeInterrupted(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < 20; i++) {
                Thread.currentThread().interrupt();
                statement.execute("insert into word values (" + i + ", 'word')");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from word")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @BeforeAll
    static void register() {
        ReopeningFileSystem.register();
    }

    private Connection connect() throws IOException, SQLException {
        Properties properties = new Properties();
        try (InputStream in = InterruptedWriterTest.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        String url = properties.getProperty("quarkus.datasource.jdbc.url");
        assertThat(url).contains("./data/casus");
        return DriverManager.getConnection(url.replace("./data/casus", folder.resolve("casus").toString()), "casus", "casus");
    }
}
