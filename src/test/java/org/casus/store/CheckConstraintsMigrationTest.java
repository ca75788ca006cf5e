package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.casus.MigrationSuite;

/** A store of version 9 keeps its rows, and each column of words has exactly one constraint, which has a name. */
class CheckConstraintsMigrationTest extends MigrationSuite {

    CheckConstraintsMigrationTest() {
        super("9", CheckConstraintsTest.ROWS);
    }

    @Override
    protected void check(Statement statement) throws SQLException {
        for (String table : List.of("revision", "api_key", "import_job")) {
            assertThat(texts(statement, "select count(*) from " + table)).as(table).containsExactly("1");
        }
        assertThat(texts(statement, "select lower(constraint_name) from information_schema.check_constraints"
                + " where check_clause like '%''CREATE''%' or check_clause like '%''READER''%' or check_clause like '%''WAITING''%'"))
                .containsExactlyInAnyOrder("revision_operation", "api_key_role", "import_job_state");
        for (String row : CheckConstraintsTest.ROWS) {
            String wrong = CheckConstraintsTest.withWrongWord(row);
            assertThatThrownBy(() -> statement.execute(wrong)).as(wrong).isInstanceOfSatisfying(SQLException.class,
                    e -> assertThat(e.getSQLState()).isIn("23513", "23514"));
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
