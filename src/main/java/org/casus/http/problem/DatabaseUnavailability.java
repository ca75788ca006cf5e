package org.casus.http.problem;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.hibernate.JDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;

/** Distinguishes a busy, closed or unreachable database from a fault in Casus. */
public final class DatabaseUnavailability {

    /** SQLSTATE classes: connection exception, insufficient resources, operator intervention, system error, rollback. */
    private static final Set<String> STATES = Set.of("08", "53", "57", "58", "40");
    /** The SQLSTATE with which PostgreSQL ends a session that was idle in an open transaction. */
    private static final String IDLE_IN_TRANSACTION = "25P03";
    /** H2 error codes: closed, I/O error, locked, out of memory, timeout. */
    private static final Set<Integer> H2_CODES = Set.of(90098, 90121, 90028, 90031, 90020, 90067, 90108, 50200, 57014);
    /** Error codes of the H2 file store: cannot read, cannot write (e.g. disk full), closed, locked by another process. */
    private static final Set<Integer> FILE_CODES = Set.of(DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED,
            DataUtils.ERROR_CLOSED, DataUtils.ERROR_FILE_LOCKED);
    private static final Pattern POOL = Pattern.compile("(?i)acquisition timeout|unable to acquire JDBC connection");
    private static final int DEEPEST = 20;
    private static final int RETRY_SECONDS = 2;

    private DatabaseUnavailability() {
    }

    /** Returns the problem to respond with when the database is unavailable. */
    public static Problem problem() {
        return Problem.unavailable("the database is busy or away; if this was a write, look whether it was kept"
                + " before you repeat it", RETRY_SECONDS);
    }

    /** Returns whether the failure was caused by an unavailable database. */
    public static boolean isCauseOf(Throwable failure) {
        return isCauseOf(failure, DEEPEST);
    }

    /** Searches suppressed exceptions too, because a failed commit records its cause there. */
    private static boolean isCauseOf(Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return false;
        }
        return is(failure) || isCauseOf(failure.getCause(), depth - 1)
                || Arrays.stream(failure.getSuppressed()).anyMatch(other -> isCauseOf(other, depth - 1));
    }

    private static boolean is(Throwable cause) {
        if (cause instanceof JDBCConnectionException || cause instanceof LockAcquisitionException
                || cause instanceof LockTimeoutException || cause instanceof PessimisticLockException
                || cause instanceof org.hibernate.PessimisticLockException || cause instanceof SQLTransientException
                || cause instanceof JDBCException && isPool(cause)) {
            return true;
        }
        if (cause instanceof Problem problem) {
            return problem.type() == ProblemType.UNAVAILABLE;
        }
        if (cause instanceof MVStoreException file) {
            return FILE_CODES.contains(file.getErrorCode());
        }
        return cause instanceof SQLException sql
                && (H2_CODES.contains(sql.getErrorCode())
                        || IDLE_IN_TRANSACTION.equals(sql.getSQLState())
                        || sql.getSQLState() != null && sql.getSQLState().length() == 5
                        && STATES.contains(sql.getSQLState().substring(0, 2))
                        || isPool(sql));
    }

    /** Returns whether the connection pool failed to provide a connection. Only its message says so, whatever the driver's error is. */
    private static boolean isPool(Throwable e) {
        return e.getMessage() != null && POOL.matcher(e.getMessage()).find();
    }
}
