package org.casus.imports.table;

import java.util.List;

/**
 * A record of a file.
 *
 * @param line where it begins, from 1
 * @param raw as it stands in the file, without the line break at its end
 */
public record TableRow(long line, String raw, List<String> cells) {

    /** Of a row that has not as many cells as the file has columns. */
    public RefusedRowException refusal(int columns) {
        long more = raw.chars().filter(one -> one == '\n').count();
        return new RefusedRowException("row", raw, "has as many cells as the file has columns, " + columns + "; this has " + cells.size()
                + (more == 0 ? "" : ", and goes on to line " + (line + more) + ": a quote may have been left open"));
    }
}
