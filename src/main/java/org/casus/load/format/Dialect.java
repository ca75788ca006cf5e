package org.casus.load.format;

import java.util.ArrayList;
import java.util.List;

/** How a file is divided into records, and a record into cells. */
public enum Dialect {
    /** RFC 4180: commas, quotes around cells, doubled inside; a quoted cell may hold line breaks. */
    CSV(',', true),
    /** Tabs; a quote is a quote, and a line a record. */
    TAB('\t', false),
    /** Tabs between cells that may be quoted. */
    QUOTED_TAB('\t', true),
    /** A line is one cell. */
    LINES('\n', false);

    private final char separator;
    private final boolean quoted;

    Dialect(char separator, boolean quoted) {
        this.separator = separator;
        this.quoted = quoted;
    }

    boolean quoted() {
        return quoted;
    }

    char separator() {
        return separator;
    }

    /** The cells of a record, without the quotes around them. */
    public List<String> cells(String record) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= record.length()) {
            if (quoted && at < record.length() && record.charAt(at) == '"') {
                at = quotedCell(record, at + 1, cells);
            } else {
                int end = record.indexOf(separator, at);
                end = end < 0 ? record.length() : end;
                cells.add(record.substring(at, end));
                at = end + 1;
            }
        }
        return cells;
    }

    /** Adds a cell that begins after its quote, and returns where the next begins. */
    private int quotedCell(String record, int from, List<String> cells) {
        StringBuilder cell = new StringBuilder();
        int at = from;
        while (at < record.length()) {
            int quote = record.indexOf('"', at);
            if (quote < 0) {
                break;
            }
            cell.append(record, at, quote);
            if (quote + 1 < record.length() && record.charAt(quote + 1) == '"') {
                cell.append('"');
                at = quote + 2;
                continue;
            }
            int end = record.indexOf(separator, quote + 1);
            end = end < 0 ? record.length() : end;
            cells.add(cell.append(record, quote + 1, end).toString());
            return end + 1;
        }
        cells.add(cell.append(record, Math.min(at, record.length()), record.length()).toString());
        return record.length() + 1;
    }
}
