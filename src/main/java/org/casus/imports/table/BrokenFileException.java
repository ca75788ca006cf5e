package org.casus.imports.table;

/** A file that is not what it says, so that nothing of it can be trusted. */
public final class BrokenFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message where and what, and what to do about it */
    public BrokenFileException(String message) {
        super(message);
    }
}
