package org.casus.model;

/** Degrees as they are kept. */
final class DegreeRounding {

    private DegreeRounding() {
    }

    /** Without a sign on zero, which not every database keeps: an answer is the same before it was kept and after. */
    static Double kept(Double degrees) {
        return degrees == null ? null : Double.valueOf(degrees + 0.0);
    }
}
