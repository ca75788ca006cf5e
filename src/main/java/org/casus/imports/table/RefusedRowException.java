package org.casus.imports.table;

import java.util.List;

/** Thrown when a row cannot be loaded. */
public final class RefusedRowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<RowIssue> objections;

    public RefusedRowException(String column, String value, String rule) {
        this(List.of(new RowIssue(column, value, rule)));
    }

    /** @param objections all issues of the row, at least one */
    public RefusedRowException(List<RowIssue> objections) {
        super(objections.get(0).column() + ": " + objections.get(0).rule(), null, false, false);
        this.objections = List.copyOf(objections);
    }

    /** Returns the first issue of the row. */
    public RowIssue objection() {
        return objections.get(0);
    }

    /** Returns all issues of the row. */
    public List<RowIssue> objections() {
        return objections;
    }
}
