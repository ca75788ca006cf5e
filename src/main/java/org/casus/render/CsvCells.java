package org.casus.render;

import java.util.regex.Pattern;

/** Cells of tables that may be opened in a spreadsheet. */
public final class CsvCells {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private CsvCells() {
    }

    /** The value as text, with an apostrophe before what a spreadsheet would take for a formula; null stays null. */
    public static String of(Object value) {
        if (value instanceof String text && FORMULA.matcher(text).matches()) {
            return "'" + text;
        }
        return value == null ? null : value.toString();
    }
}
