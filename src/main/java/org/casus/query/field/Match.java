package org.casus.query.field;

/** How many of the values must be met, and how. */
public enum Match {
    ANY(""), ALL(".all"), NONE(".not"),
    /** Any of the very values, and nothing that stands below them. */
    IS(".is");

    private final String suffix;

    Match(String suffix) {
        this.suffix = suffix;
    }

    /** The suffix after the parameter's name. */
    public String suffix() {
        return suffix;
    }
}
