package org.casus.imports.table;

/**
 * What is wrong with a row.
 *
 * @param column where
 * @param value what stands there
 * @param rule what should
 */
public record Objection(String column, String value, String rule) {

    private static final int SHOWN = 200;

    public Objection {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
