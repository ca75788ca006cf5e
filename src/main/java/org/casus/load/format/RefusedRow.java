package org.casus.load.format;

/** A row that cannot be loaded. */
public final class RefusedRow extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Objection objection;

    public RefusedRow(String column, String value, String rule) {
        super(column + ": " + rule, null, false, false);
        this.objection = new Objection(column, value, rule);
    }

    public Objection objection() {
        return objection;
    }
}
