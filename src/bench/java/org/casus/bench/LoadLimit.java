package org.casus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What the database alone needs for the rows that an import wrote: they are read out of its tables, and written into
 * an empty database with the same tables, keys and indexes.
 */
final class LoadLimit {

    /** In an order in which what is referred to stands before what refers to it. */
    private static final List<String> TABLES = List.of("dataset", "source", "place", "place_name", "place_identifier",
            "actor", "actor_name", "actor_membership", "actor_identifier", "event_type", "event_type_mapping", "event",
            "event_participant", "event_relation", "event_report",
            "revision", "ending", "import_job", "import_block", "origin");
    private static final int BATCH = 1_000;
    private static final int COMMIT = 10_000;

    private final Connection from;
    private final Connection to;
    private long rows;

    LoadLimit(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** Rows that were written. */
    long rows() {
        return rows;
    }

    /** Seconds that plain JDBC takes, in batches, reading what is written not counted. */
    double jdbc() throws SQLException, IOException {
        to.setAutoCommit(false);
        double seconds = 0;
        for (String table : TABLES) {
            seconds += jdbc(table);
        }
        return seconds;
    }

    private double jdbc(String table) throws SQLException {
        double seconds = 0;
        try (Statement statement = from.createStatement();
                ResultSet read = statement.executeQuery("select * from " + table + " order by 1");
                PreparedStatement insert = to.prepareStatement(insert(table, read))) {
            int columns = read.getMetaData().getColumnCount();
            int waiting = 0;
            boolean more = read.next();
            while (more) {
                for (int column = 1; column <= columns; column++) {
                    insert.setObject(column, read.getObject(column));
                }
                insert.addBatch();
                rows++;
                waiting++;
                more = read.next();
                if (!more || waiting % BATCH == 0) {
                    long begun = System.nanoTime();
                    insert.executeBatch();
                    if (!more || waiting % COMMIT == 0) {
                        to.commit();
                    }
                    seconds += (System.nanoTime() - begun) / 1e9;
                }
            }
        }
        return seconds;
    }

    private static String insert(String table, ResultSet like) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= like.getMetaData().getColumnCount(); column++) {
            columns.add(like.getMetaData().getColumnName(column));
        }
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** Seconds that COPY takes, each table from a file. */
    double copy(Path folder) throws SQLException, IOException {
        CopyManager out = from.unwrap(PGConnection.class).getCopyAPI();
        CopyManager in = to.unwrap(PGConnection.class).getCopyAPI();
        double seconds = 0;
        for (String table : TABLES) {
            Path file = folder.resolve(table + ".copy");
            try (var written = Files.newOutputStream(file)) {
                rows += out.copyOut("copy " + table + " to stdout", written);
            }
            long begun = System.nanoTime();
            try (var read = Files.newInputStream(file)) {
                in.copyIn("copy " + table + " from stdin", read);
            }
            seconds += (System.nanoTime() - begun) / 1e9;
            Files.delete(file);
        }
        return seconds;
    }
}
