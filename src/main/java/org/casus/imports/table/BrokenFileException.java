package org.casus.imports.table;

/** Thrown when a file is damaged or not in the format that it should have, so that none of it may be loaded. */
public final class BrokenFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message the problem, its position and a remedy */
    public BrokenFileException(String message) {
        super(message);
    }
}
