package org.casus.bench;

/** The run ends: something that a figure would rest on is not so. */
final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1;

    Mismatch(String message) {
        super(message);
    }
}
