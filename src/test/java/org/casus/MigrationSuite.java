package org.casus;

import io.zonky.test.db.postgres.embedded.PreparedDbProvider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of an earlier version is brought to this one, on both databases. */
public abstract class MigrationSuite {

    /** One server for all migrations, with a database for each; it ends with the tests. */
    private static final PreparedDbProvider POSTGRESQL = PreparedDbProvider.forPreparer(empty -> { });

    private final String before;
    private final List<String> rows;

    /**
     * @param before the version of the store
     * @param rows what it holds, as SQL
     */
    protected MigrationSuite(String before, List<String> rows) {
        this.before = before;
        this.rows = rows;
    }

    /** Looks at what became of the rows. */
    protected abstract void check(Statement statement) throws SQLException;

    @Test
    void in_h2(@TempDir Path folder) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:" + folder.resolve("store"));
        migrate(source);
    }

    @Test
    void in_postgresql() throws SQLException {
        migrate(POSTGRESQL.createDataSource());
    }

    private void migrate(DataSource source) throws SQLException {
        Flyway.configure().dataSource(source).target(before).load().migrate();
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String row : rows) {
                statement.execute(row);
            }
            Flyway.configure().dataSource(source).load().migrate();
            check(statement);
        }
    }
}
