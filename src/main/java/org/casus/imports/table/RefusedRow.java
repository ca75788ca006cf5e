package org.casus.imports.table;

import java.util.List;

/** A row that cannot be loaded. */
public final class RefusedRow extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Objection> objections;

    public RefusedRow(String column, String value, String rule) {
        this(List.of(new Objection(column, value, rule)));
    }

    /** @param objections all that is wrong, at least one */
    public RefusedRow(List<Objection> objections) {
        super(objections.get(0).column() + ": " + objections.get(0).rule(), null, false, false);
        this.objections = List.copyOf(objections);
    }

    /** The first that is wrong. */
    public Objection objection() {
        return objections.get(0);
    }

    public List<Objection> objections() {
        return objections;
    }
}
