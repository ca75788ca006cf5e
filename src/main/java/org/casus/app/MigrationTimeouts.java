package org.casus.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lifts the timeouts of the connection during a migration in PostgreSQL. They are set for requests, but copying a table of a million
 * events takes longer than any of them. They apply again after the migration.
 */
final class MigrationTimeouts implements Callback {

    private int networkTimeout;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                networkTimeout = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, 0);
                lift(connection);
            } else {
                connection.setNetworkTimeout(Runnable::run, networkTimeout);
            }
        } catch (SQLException e) {
            throw new FlywayException("the time that a migration may take cannot be set: " + e.getMessage(), e);
        }
    }

    private static void lift(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local lock_timeout = 0");
            statement.execute("set local idle_in_transaction_session_timeout = 0");
        }
    }

    @Override
    public String getCallbackName() {
        return "timeouts of a migration";
    }
}
