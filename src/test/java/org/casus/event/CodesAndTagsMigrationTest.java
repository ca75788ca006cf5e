package org.casus.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.casus.MigrationSuite;

/** A store from before codes and tags stood in the row of their event keeps them, in their order. */
class CodesAndTagsMigrationTest extends MigrationSuite {

    CodesAndTagsMigrationTest() {
        super("3", List.of(
                "insert into event_type (pk, slug, revision, created_at, updated_at, name, definition)"
                        + " values (1, 'speech', 1, now(), now(), 'Speech', 'Words')",
                "insert into event (pk, slug, revision, created_at, updated_at, type_pk, title, edtf) values"
                        + " (2, 'coded', 2, now(), now(), 1, 'Coded', '2024'), (3, 'bare', 3, now(), now(), 1, 'Bare', '2024')",
                "insert into event_coding (event_pk, position, scheme, code) values"
                        + " (2, 1, 'UCDP', '1'), (2, 0, 'CAMEO', '010')",
                "insert into event_tag (event_pk, position, tag) values (2, 2, 'a'), (2, 0, 'c'), (2, 1, 'b')"));
    }

    @Override
    protected void check(Statement statement) throws SQLException {
        assertThat(words(statement, "codings", "coded")).containsExactly("cameo:010", "ucdp:1");
        assertThat(words(statement, "tags", "coded")).containsExactly("c", "b", "a");
        assertThat(words(statement, "codings", "bare")).isNull();
        assertThat(words(statement, "tags", "bare")).isNull();
    }

    private static List<String> words(Statement statement, String column, String event) throws SQLException {
        try (ResultSet row = statement.executeQuery("select " + column + " from event where slug = '" + event + "'")) {
            row.next();
            return row.getArray(1) == null ? null
                    : Arrays.stream((Object[]) row.getArray(1).getArray()).map(String.class::cast).toList();
        }
    }
}
