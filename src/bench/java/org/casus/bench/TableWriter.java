package org.casus.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Rows on their way into a table, in batches; columns that the schema does not have are left out. */
final class TableWriter implements AutoCloseable {

    private static final int BATCH = 2_000;

    private final PreparedStatement insert;
    private final boolean[] there;
    private int waiting;

    TableWriter(Connection connection, String name, String... columns) throws SQLException {
        there = new boolean[columns.length];
        List<String> named = new java.util.ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            there[i] = has(connection, name, columns[i]);
            if (there[i]) {
                named.add(columns[i]);
            }
        }
        insert = connection.prepareStatement("insert into " + name + " (" + String.join(", ", named) + ") values ("
                + String.join(", ", Collections.nCopies(named.size(), "?")) + ")");
    }

    private static boolean has(Connection connection, String table, String column) throws SQLException {
        try (var found = connection.getMetaData().getColumns(null, "PUBLIC", table.toUpperCase(java.util.Locale.ROOT),
                column.toUpperCase(java.util.Locale.ROOT))) {
            return found.next();
        }
    }

    void row(Object... values) throws SQLException {
        int position = 1;
        for (int i = 0; i < values.length; i++) {
            if (there[i]) {
                insert.setObject(position++, values[i]);
            }
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        insert.close();
    }
}
