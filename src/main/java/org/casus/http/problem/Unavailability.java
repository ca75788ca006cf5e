package org.casus.http.problem;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;

/** Tells a database that is busy, closed or out of reach from a fault of ours. */
final class Unavailability {

    /** SQLSTATE classes: connection exception, insufficient resources, operator intervention, system error, rollback. */
    private static final Set<String> STATES = Set.of("08", "53", "57", "58", "40");
    /** H2: closed, I/O, locked, out of memory, timeout. */
    private static final Set<Integer> H2_CODES = Set.of(90098, 90121, 90028, 90031, 90020, 90067, 90108, 50200, 57014);
    private static final int DEEPEST = 20;
    private static final int RETRY_SECONDS = 2;

    private Unavailability() {
    }

    static Problem problem() {
        return Problem.unavailable("the database is busy or away; if this was a write, look whether it was kept"
                + " before you repeat it", RETRY_SECONDS);
    }

    static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (is(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean is(Throwable cause) {
        if (cause instanceof JDBCConnectionException || cause instanceof LockAcquisitionException
                || cause instanceof LockTimeoutException || cause instanceof PessimisticLockException
                || cause instanceof org.hibernate.PessimisticLockException || cause instanceof SQLTransientException) {
            return true;
        }
        return cause instanceof SQLException sql
                && (H2_CODES.contains(sql.getErrorCode())
                        || sql.getSQLState() != null && sql.getSQLState().length() == 5
                        && STATES.contains(sql.getSQLState().substring(0, 2))
                        || isPool(sql));
    }

    /** The pool says in words that it has no connection to give. */
    private static boolean isPool(SQLException e) {
        return e.getMessage() != null && e.getMessage().contains("acquisition");
    }
}
