package org.casus.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.casus.MigrationSuite;

/** Where a store from before has several keys of one name in force, the oldest has it, and the others stay in force. */
class KeyNamesMigrationTest extends MigrationSuite {

    KeyNamesMigrationTest() {
        super("8", List.of(
                key("a", "desk", 2, null), key("b", "desk", 1, null), key("c", "desk", 0, "timestamp with time zone '2024-02-01 00:00:00+00:00'"),
                key("d", "other", 3, null), key("e", "other", 3, null)));
    }

    private static String key(String id, String name, int day, String revoked) {
        return "insert into api_key (id, name, role, hash, created_at, revoked_at) values ('" + id + "', '" + name
                + "', 'EDITOR', 'x', timestamp with time zone '2024-01-1" + day + " 00:00:00+00:00', "
                + revoked + ")";
    }

    @Override
    protected void check(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet keys = statement.executeQuery("select id, name_in_force from api_key order by id")) {
            while (keys.next()) {
                names.add(keys.getString(1) + " " + keys.getString(2));
            }
        }
        assertThat(names).containsExactly("a null", "b desk", "c null", "d other", "e null");
    }
}
