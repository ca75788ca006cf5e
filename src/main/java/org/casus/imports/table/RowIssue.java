package org.casus.imports.table;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule that a row breaks, as receipts report it.
 *
 * @param column the column in which the row breaks the rule
 * @param value the value of the cell, shortened if it is long
 * @param rule the rule, or a remark on what was done with the value
 */
@Schema(name = "Objection")
public record RowIssue(String column, String value, String rule) {

    private static final int SHOWN = 200;

    public RowIssue {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
