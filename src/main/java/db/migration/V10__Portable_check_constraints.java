package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Replaces every {@code CHECK (column IN (…))} by an equal {@code CASE} with a name.
 *
 * <p>H2 2.4.240 binds an {@code IN} in a constraint to the session that created it: once the pool has closed that session, every
 * insert into the table fails with SQLSTATE 23514. A {@code CASE} is evaluated by any session. The old constraints have names that
 * each database made up, so they are looked up; this is why the migration is not plain SQL.
 */
public class V10__Portable_check_constraints extends BaseJavaMigration {

    private static final List<Words> COLUMNS = List.of(
            new Words("revision", "operation", List.of("CREATE", "UPDATE", "DELETE")),
            new Words("api_key", "role", List.of("READER", "EDITOR", "ADMIN")),
            new Words("import_job", "state", List.of("WAITING", "RUNNING", "DONE", "REFUSED", "CANCELLED", "FAILED")));

    /** The words that a column of a table may hold. */
    private record Words(String table, String column, List<String> words) {

        String constraint() {
            return "check (case " + column + words.stream().map(word -> " when '" + word + "' then 1").collect(Collectors.joining())
                    + " else 0 end = 1)";
        }
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (Words words : COLUMNS) {
                String alter = "alter table " + words.table();
                for (String old : constraintsOn(connection, words)) {
                    statement.execute(alter + " drop constraint \"" + old + "\"");
                }
                statement.execute(alter + " add constraint " + words.table() + "_" + words.column() + " " + words.constraint());
            }
        }
    }

    private static List<String> constraintsOn(Connection connection, Words words) throws SQLException {
        // both databases list a NOT NULL among the checks under some version: the words tell ours apart
        String query = """
                select c.constraint_name
                from information_schema.check_constraints c
                join information_schema.constraint_column_usage u
                    on u.constraint_schema = c.constraint_schema and u.constraint_name = c.constraint_name
                where c.constraint_schema = ? and lower(u.table_name) = ? and lower(u.column_name) = ? and c.check_clause like ?
                """;
        try (PreparedStatement found = connection.prepareStatement(query)) {
            found.setString(1, connection.getSchema());
            found.setString(2, words.table());
            found.setString(3, words.column());
            found.setString(4, "%'" + words.words().get(0) + "'%");
            List<String> names = new ArrayList<>();
            try (ResultSet row = found.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }
}
