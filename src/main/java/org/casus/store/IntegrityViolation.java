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
 * A rule of the schema that a statement broke, read alike from H2 and PostgreSQL.
 *
 * @param state the SQLSTATE, of class 23
 * @param constraint the constraint in lower case, with the columns of a unique index; empty where the database does not say
 */
public record IntegrityViolation(String state, String constraint) {

    private static final String CLASS = "23";
    private static final String UNIQUE = "23505";
    /** PostgreSQL has one state for both ends of a reference, H2 has one for each. */
    private static final Set<String> FOREIGN_KEY = Set.of("23503", "23506");
    private static final int DEEPEST = 20;

    /** H2 names a unique index with its table and columns: {@code PUBLIC.INDEX_4 ON PUBLIC.EVENT(SLUG NULLS FIRST)}. */
    private static final Pattern H2_INDEX = Pattern.compile(" ON [^(]*\\(([^)]*)\\)");

    /** The violation that caused a failure, if one did: the deepest, since a batch has the constraint's name only in its cause. */
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

    /** Whether a column, unique by itself, would have had the same value twice. */
    public boolean isDuplicate(String column) {
        return state.equals(UNIQUE) && constraint.contains(column);
    }

    /** Whether a row would have referred to one that is not there, or a row that is referred to would have gone. */
    public boolean isReference() {
        return FOREIGN_KEY.contains(state);
    }
}
