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

/** Tells a database that is busy, closed or out of reach from a fault of ours. */
public final class DatabaseUnavailability {

    /** SQLSTATE classes: connection exception, insufficient resources, operator intervention, system error, rollback. */
    private static final Set<String> STATES = Set.of("08", "53", "57", "58", "40");
    /** PostgreSQL ends a session that did nothing while its transaction was open. */
    private static final String IDLE_IN_TRANSACTION = "25P03";
    /** H2: closed, I/O, locked, out of memory, timeout. */
    private static final Set<Integer> H2_CODES = Set.of(90098, 90121, 90028, 90031, 90020, 90067, 90108, 50200, 57014);
    /** H2, of its file: it cannot be read or written, as on a full disk; it is closed; another process has it. */
    private static final Set<Integer> FILE_CODES = Set.of(DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED,
            DataUtils.ERROR_CLOSED, DataUtils.ERROR_FILE_LOCKED);
    private static final Pattern POOL = Pattern.compile("(?i)acquisition timeout|unable to acquire JDBC connection");
    private static final int DEEPEST = 20;
    private static final int RETRY_SECONDS = 2;

    private DatabaseUnavailability() {
    }

    /** Returns the problem to answer with, if the failure means that the database is unavailable. */
    public static Problem problem() {
        return Problem.unavailable("the database is busy or away; if this was a write, look whether it was kept"
                + " before you repeat it", RETRY_SECONDS);
    }

    /** Whether it failed because of the database, which may do the same again soon. */
    public static boolean isCauseOf(Throwable failure) {
        return isCauseOf(failure, DEEPEST);
    }

    /** A commit that failed hides its cause among what was suppressed. */
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

    /** The pool says in words that it has no connection to give, whatever the driver says of the reason. */
    private static boolean isPool(Throwable e) {
        return e.getMessage() != null && POOL.matcher(e.getMessage()).find();
    }
}
