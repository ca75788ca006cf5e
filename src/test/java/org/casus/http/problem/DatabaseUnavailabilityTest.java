package org.casus.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUnavailabilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"Sorry, acquisition timeout!", "Acquisition timeout while waiting for new connection"})
    void a_pool_that_has_no_connection_to_give_is_away(String message) {
        assertThat(DatabaseUnavailability.isCauseOf(new SQLException(message))).isTrue();
    }

    @Test
    void a_connection_that_cannot_be_had_is_away_whatever_the_driver_calls_it() {
        SQLException unusual = new SQLException("Something unusual has occurred to cause the driver to fail.", "99999");
        assertThat(DatabaseUnavailability.isCauseOf(new GenericJDBCException("Unable to acquire JDBC Connection", unusual))).isTrue();
    }

    @Test
    void a_session_that_the_server_ended_in_the_midst_of_a_transaction_is_away() {
        assertThat(DatabaseUnavailability.isCauseOf(new SQLException("terminating connection due to idle-in-transaction timeout", "25P03")))
                .isTrue();
    }

    @Test
    void a_file_that_cannot_be_written_is_away_however_deep_that_is_hidden() {
        MVStoreException full = new MVStoreException(DataUtils.ERROR_WRITING_FAILED, "Writing failed");
        full.initCause(new IOException("No space left on device"));
        RuntimeException commit = new RuntimeException("Could not commit transaction.");
        commit.addSuppressed(new RuntimeException(new SQLException("General error", "HY000", 50000, full)));
        assertThat(DatabaseUnavailability.isCauseOf(new RuntimeException(commit))).isTrue();
    }

    @Test
    void a_file_that_is_damaged_and_a_fault_of_ours_are_not() {
        assertThat(DatabaseUnavailability.isCauseOf(new MVStoreException(DataUtils.ERROR_FILE_CORRUPT, "File corrupted"))).isFalse();
        assertThat(DatabaseUnavailability.isCauseOf(new SQLException("Syntax error", "42000", 42000))).isFalse();
        assertThat(DatabaseUnavailability.isCauseOf(new IllegalStateException("ours"))).isFalse();
    }
}
