package org.casus.store;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A violation of a database constraint, as reported by H2 or PostgreSQL.
 *
 * @param state the SQLSTATE, of class 23
 * @param constraint the name of the constraint in PostgreSQL; the columns of a unique index in lower case in H2; empty if unknown
 */
public record IntegrityViolation(String state, String constraint) {

    private static final String CLASS = "23";
    private static final String UNIQUE = "23505";
    /** PostgreSQL has one SQLSTATE for both ends of a foreign key, H2 has one for each end. */
    private static final Set<String> FOREIGN_KEY = Set.of("23503", "23506");
    /** The maximum number of causes that are searched. */
    private static final int DEEPEST = 20;

    /**
     * Matches the columns of a unique index, which H2 reports with its table and columns:
     * {@code PUBLIC.INDEX_4 ON PUBLIC.EVENT(SLUG NULLS FIRST)}.
     */
    private static final Pattern H2_INDEX = Pattern.compile(" ON [^(]*\\(([^)]*)\\)");

    /**
     * Returns the constraint violation that caused an exception, if any. The deepest cause counts, since the exception of a JDBC batch
     * does not contain the name of the constraint.
     */
    public static Optional<IntegrityViolation> causeOf(Throwable failure) {
        Optional<IntegrityViolation> found = Optional.empty();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith(CLASS)) {
                found = Optional.of(new IntegrityViolation(sql.getSQLState(), constraintOf(sql)));
            }
            cause = cause.getCause();
        }
        return found;
    }

    private static String constraintOf(SQLException failure) {
        if (failure instanceof PSQLException postgres) {
            ServerErrorMessage message = postgres.getServerErrorMessage();
            return message == null || message.getConstraint() == null ? "" : message.getConstraint();
        }
        Matcher index = H2_INDEX.matcher(String.valueOf(failure.getMessage()));
        return index.find() ? index.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** Returns whether the unique constraint of a column, which must be unique by itself, was violated. */
    public boolean isDuplicate(String column) {
        return state.equals(UNIQUE) && constraint.contains(column);
    }

    /** Returns whether a foreign key was violated: the referenced row does not exist, or a row that is still referenced was deleted. */
    public boolean isReference() {
        return FOREIGN_KEY.contains(state);
    }
}
