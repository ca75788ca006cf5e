package org.casus.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database itself says, asked by SQL before the server has it: the answers are held against this. */
final class ExpectedAnswers {

    private final Connection connection;
    /** Ids of deleted events, and the ids of changed ones. */
    private final List<String> deleted = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final long head;
    private final Map<String, Long> totals = new LinkedHashMap<>();

    ExpectedAnswers(Connection connection) throws SQLException {
        this.connection = connection;
        head = number("select number from ledger_head");
        try (ResultSet rows = connection.createStatement().executeQuery(
                "select resource, operation from revision where kind = 'EVENT' and operation <> 'CREATE' order by number")) {
            while (rows.next()) {
                (rows.getString(2).equals("DELETE") ? deleted : changed).add(rows.getString(1));
            }
        }
        changed.removeAll(new java.util.HashSet<>(deleted));
    }

    long head() {
        return head;
    }

    List<String> deleted() {
        return deleted;
    }

    List<String> changed() {
        return changed;
    }

    /** Notes what a path must give as its total. */
    void expect(String path, String sql, Object... values) throws SQLException {
        totals.put(path, number(sql, values));
    }

    /** Notes a total that was reckoned. */
    void expect(String path, long total) {
        totals.put(path, total);
    }

    Map<String, Long> totals() {
        return totals;
    }

    long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
