package org.casus.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A store from before codes and tags stood in the row of their event keeps them, in their order. */
class WordsMigrationTest {

    private static final String BEFORE = "3";
    private static final List<String> ROWS = List.of(
            "insert into event_type (pk, slug, revision, created_at, updated_at, name, definition)"
                    + " values (1, 'speech', 1, now(), now(), 'Speech', 'Words')",
            "insert into event (pk, slug, revision, created_at, updated_at, type_pk, title, edtf) values"
                    + " (2, 'coded', 2, now(), now(), 1, 'Coded', '2024'), (3, 'bare', 3, now(), now(), 1, 'Bare', '2024')",
            "insert into event_coding (event_pk, position, scheme, code) values"
                    + " (2, 1, 'UCDP', '1'), (2, 0, 'CAMEO', '010')",
            "insert into event_tag (event_pk, position, tag) values (2, 2, 'a'), (2, 0, 'c'), (2, 1, 'b')");

    @Test
    void in_h2() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:words;DB_CLOSE_DELAY=-1");
        keepsThem(source);
    }

    @Test
    void in_postgresql() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            keepsThem(postgres.getPostgresDatabase());
        }
    }

    private static void keepsThem(DataSource source) throws SQLException {
        Flyway.configure().dataSource(source).target(BEFORE).load().migrate();
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String row : ROWS) {
                statement.execute(row);
            }
            Flyway.configure().dataSource(source).load().migrate();
            assertThat(words(statement, "codings", "coded")).containsExactly("cameo:010", "ucdp:1");
            assertThat(words(statement, "tags", "coded")).containsExactly("c", "b", "a");
            assertThat(words(statement, "codings", "bare")).isNull();
            assertThat(words(statement, "tags", "bare")).isNull();
        }
    }

    private static List<String> words(Statement statement, String column, String event) throws SQLException {
        try (ResultSet row = statement.executeQuery("select " + column + " from event where slug = '" + event + "'")) {
            row.next();
            return row.getArray(1) == null ? null
                    : Arrays.stream((Object[]) row.getArray(1).getArray()).map(String.class::cast).toList();
        }
    }
}
