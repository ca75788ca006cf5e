package org.casus.model;

/** Normalizes coordinates before they are stored. */
final class DegreeRounding {

    private DegreeRounding() {
    }

    /**
     * Returns the degrees with negative zero replaced by zero. Not every database keeps the sign of zero, so a response could otherwise
     * change when the value has been stored.
     */
    static Double kept(Double degrees) {
        return degrees == null ? null : Double.valueOf(degrees + 0.0);
    }
}
