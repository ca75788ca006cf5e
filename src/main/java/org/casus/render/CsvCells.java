package org.casus.render;

import java.util.regex.Pattern;

/** Makes the cells of tables safe to open in a spreadsheet. */
public final class CsvCells {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private CsvCells() {
    }

    /** Returns the value as text, with an apostrophe before text that a spreadsheet would read as a formula; null stays null. */
    public static String of(Object value) {
        if (value instanceof String text && FORMULA.matcher(text).matches()) {
            return "'" + text;
        }
        return value == null ? null : value.toString();
    }
}
