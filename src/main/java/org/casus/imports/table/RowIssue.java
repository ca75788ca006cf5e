package org.casus.imports.table;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule that a row breaks.
 *
 * @param column where
 * @param value what stands there
 * @param rule what should
 */
@Schema(name = "Objection")
public record RowIssue(String column, String value, String rule) {

    private static final int SHOWN = 200;

    public RowIssue {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
