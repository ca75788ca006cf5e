package org.casus.imports.table;

import java.util.List;

/**
 * A record of a file.
 *
 * @param line the number of its first line, from 1
 * @param raw its text in the file, without the line break at the end
 * @param cells the cells, without the quotes around them
 */
public record TableRow(long line, String raw, List<String> cells) {

    /** Returns the exception for a row whose number of cells differs from the number of columns. */
    public RefusedRowException refusal(int columns) {
        long more = raw.chars().filter(one -> one == '\n').count();
        return new RefusedRowException("row", raw, "has as many cells as the file has columns, " + columns + "; this has " + cells.size()
                + (more == 0 ? "" : ", and goes on to line " + (line + more) + ": a quote may have been left open"));
    }
}
