package org.casus.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.casus.MigrationSuite;

/** A store from before states that ended stood apart keeps all revisions, and what each of them ended. */
class SupersededStatesMigrationTest extends MigrationSuite {

    SupersededStatesMigrationTest() {
        super("5", List.of(
                of(1, "made", "'old'", null, "CREATE", null, null),
                of(2, "made", null, "'old'", "UPDATE", 1, "first"),
                of(3, "gone", "'old'", null, "CREATE", null, null),
                of(4, "gone", null, "'old'", "DELETE", 3, "only"),
                of(5, "made", "'new'", null, "UPDATE", 2, "second")));
    }

    private static String of(int number, String resource, String dataset, String datasetBefore, String operation,
            Integer began, String state) {
        return "insert into revision (number, kind, resource, dataset, dataset_before, operation, recorded_at, author, reason,"
                + " began, before_state) values (" + number + ", 'EVENT', '" + resource + "', " + dataset + ", " + datasetBefore
                + ", '" + operation + "', timestamp with time zone '2024-01-0" + number + " 00:00:00+00:00', 'me', 'why', "
                + began + ", " + (state == null ? null : "'" + state + "'") + ")";
    }

    @Override
    protected void check(Statement statement) throws SQLException {
        assertThat(rows(statement, "select number, resource, dataset, operation, reason from revision order by number"))
                .containsExactly("1 made old CREATE why", "2 made old UPDATE why", "3 gone old CREATE why",
                        "4 gone old DELETE why", "5 made new UPDATE why");
        assertThat(rows(statement, "select number, resource, dataset, began, state from ending order by number"))
                .containsExactly("2 made old 1 first", "4 gone old 3 only", "5 made null 2 second");
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(found.getString(column)));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }
}
