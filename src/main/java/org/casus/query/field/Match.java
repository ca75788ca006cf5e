package org.casus.query.field;

/** The way in which a filter matches its values. */
public enum Match {
    ANY(""), ALL(".all"), NONE(".not"),
    /** Matches any of the values themselves, without their descendants. */
    IS(".is");

    private final String suffix;

    Match(String suffix) {
        this.suffix = suffix;
    }

    /** Returns the suffix after the name of the parameter. */
    public String suffix() {
        return suffix;
    }
}
