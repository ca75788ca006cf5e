package org.casus.model.edtf;

/** A qualifier of a whole date, written as one character after it. */
enum Qualifier {
    NONE(""),
    UNCERTAIN("?"),
    APPROXIMATE("~"),
    UNCERTAIN_AND_APPROXIMATE("%");

    private final String mark;

    Qualifier(String mark) {
        this.mark = mark;
    }

    static Qualifier endOf(String text) {
        for (Qualifier qualifier : values()) {
            if (qualifier != NONE && text.endsWith(qualifier.mark)) {
                return qualifier;
            }
        }
        return NONE;
    }

    /** Returns the text without this qualifier, which must be at its end. */
    String cutFrom(String text) {
        return text.substring(0, text.length() - mark.length());
    }

    boolean uncertain() {
        return this == UNCERTAIN || this == UNCERTAIN_AND_APPROXIMATE;
    }

    boolean approximate() {
        return this == APPROXIMATE || this == UNCERTAIN_AND_APPROXIMATE;
    }
}
