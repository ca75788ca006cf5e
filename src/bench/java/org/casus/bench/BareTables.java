package org.casus.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables without indexes and foreign keys while they are filled: a row costs half, and an index is made of all rows at once.
 * Afterwards everything stands again as the schema's own migrations made it.
 */
final class BareTables {

    private static final Pattern FOREIGN = Pattern.compile(
            "(?s)ALTER TABLE (\\S+) ADD CONSTRAINT (\\S+) FOREIGN KEY.*");
    private static final Pattern INDEX = Pattern.compile("(?s)CREATE\\s+INDEX (\\S+) ON .*");

    private final Statement statement;
    private final List<String> indexes = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    /** Takes them away. */
    BareTables(Connection connection) throws SQLException {
        statement = connection.createStatement();
        List<String> drops = new ArrayList<>();
        try (ResultSet schema = statement.executeQuery("script nodata nopasswords nosettings")) {
            while (schema.next()) {
                String sql = schema.getString(1).strip();
                Matcher key = FOREIGN.matcher(sql);
                Matcher index = INDEX.matcher(sql);
                if (key.matches()) {
                    keys.add(sql);
                    drops.add(0, "alter table " + key.group(1) + " drop constraint " + key.group(2));
                } else if (index.matches()) {
                    indexes.add(sql);
                    drops.add("drop index " + index.group(1));
                }
            }
        }
        for (String drop : drops) {
            statement.execute(drop);
        }
    }

    /** Puts them back. */
    void dress() throws SQLException {
        for (String index : indexes) {
            statement.execute(index);
        }
        for (String key : keys) {
            statement.execute(key);
        }
    }
}
