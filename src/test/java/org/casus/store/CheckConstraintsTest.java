package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 keeps enforcing the constraints of the schema when the connection that migrated it is closed and the database stays open. */
class CheckConstraintsTest {

    /** A row for each table that has a CHECK of words, and the word in it that is to be replaced by a wrong one. */
    static final List<String> ROWS = List.of(
            "insert into revision (number, kind, resource, operation, recorded_at, author)"
                    + " values (1, 'EVENT', 'a', 'CREATE', now(), 'ann')",
            "insert into api_key (id, name, role, hash, created_at) values ('a', 'ann', 'EDITOR', 'h', now())",
            "insert into import_job (id, state, sha256, bytes, author, created_at, cancelling, position, line, rows_all, rows_before,"
                    + " rows_read, created, updated, unchanged, flagged, refused, deleted, kept)"
                    + " values (1, 'WAITING', 's', 1, 'ann', now(), false, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)");

    @TempDir
    private Path folder;
    private Connection open;

    @BeforeEach
    void migrate_and_close() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:" + folder.resolve("store"));
        open = source.getConnection();
        Flyway.configure().dataSource(source).load().migrate();
    }

    @AfterEach
    void close() throws SQLException {
        open.close();
    }

    @Test
    void rows_are_inserted_after_the_migrating_connection_has_closed() {
        for (String row : ROWS) {
            assertThatCode(() -> execute(row)).as(row).doesNotThrowAnyException();
        }
    }

    @Test
    void wrong_words_are_still_refused() {
        for (String row : ROWS) {
            String wrong = withWrongWord(row);
            assertThatThrownBy(() -> execute(wrong)).as(wrong).isInstanceOfSatisfying(SQLException.class,
                    e -> assertThat(e.getSQLState()).isEqualTo("23513"));
        }
    }

    @Test
    void no_object_of_the_schema_has_an_in_that_h2_binds_to_its_session() throws SQLException {
        assertThat(texts("select check_clause from information_schema.check_constraints")).isNotEmpty()
                .noneMatch(clause -> clause.matches("(?s).*\\bIN\\b.*"));
        assertThat(texts("select generation_expression from information_schema.columns"
                + " where table_schema = 'PUBLIC' and generation_expression is not null")).isEmpty();
        assertThat(texts("select table_name from information_schema.views where table_schema = 'PUBLIC'")).isEmpty();
        assertThat(texts("select trigger_name from information_schema.triggers")).isEmpty();
        assertThat(texts("select domain_name from information_schema.domains where domain_schema = 'PUBLIC'")).isEmpty();
    }

    static String withWrongWord(String row) {
        return row.replaceFirst("'(CREATE|EDITOR|WAITING)'", "'NONSENSE'");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = open.createStatement(); ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
