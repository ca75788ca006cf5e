package org.casus.imports.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The dialect of a delimited file: how it is divided into records, and records into cells.
 *
 * @param separator the character between cells
 * @param decimalCommas whether unquoted numbers have a decimal comma
 */
public record CsvDialect(char separator, Quotes quotes, boolean decimalCommas) {

    /** The ways to quote a cell. */
    public enum Quotes {
        /** Quotes are ordinary characters, and every line is a record. */
        NONE,
        /** Quotes around a cell are not part of it. The cell may contain line breaks, and quotes inside are doubled, as in RFC 4180. */
        DOUBLED,
        /** Like {@link #DOUBLED}, but quotes inside are preceded by a backslash, which is the default of R. */
        ESCAPED
    }

    /** The dialect in which every line is a record of one cell. */
    public static final CsvDialect LINES = new CsvDialect('\n', Quotes.NONE, false);

    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+([eE][+-]?\\d+)?");

    boolean quoted() {
        return quotes != Quotes.NONE;
    }

    boolean escaped() {
        return quotes == Quotes.ESCAPED;
    }

    CsvDialect withDecimalCommas() {
        return new CsvDialect(separator, quotes, true);
    }

    /** Returns the unusual properties of a file, as receipts report them. */
    String described() {
        String between = switch (separator) {
            case ';' -> ", between semicolons";
            case '|' -> ", between bars";
            case ' ' -> ", between blanks";
            default -> "";
        };
        return between + (decimalCommas ? ", with decimal commas" : "") + (escaped() ? ", with backslashes before quotes" : "");
    }

    /** Returns the cells of a record, without the quotes around them. */
    public List<String> cells(String record) {
        List<String> cells = new ArrayList<>();
        divide(record, cells);
        return cells;
    }

    /** Returns whether every closing quote of a record is followed by a separator or the end of the record. */
    boolean keepsItsQuotes(String record) {
        return divide(record, new ArrayList<>());
    }

    /** Adds the cells of a record to a list, and returns whether its quotes are regular as in {@link #keepsItsQuotes}. */
    private boolean divide(String record, List<String> cells) {
        boolean kept = true;
        int at = 0;
        while (at <= record.length()) {
            boolean inQuotes = quoted() && at < record.length() && record.charAt(at) == '"';
            int closing = inQuotes ? closingQuote(record, at + 1) : at;
            int end = record.indexOf(separator, Math.min(closing, record.length()));
            end = end < 0 ? record.length() : end;
            if (inQuotes) {
                kept &= closing + 1 == end;
                cells.add(unquoted(record, at + 1, closing, end));
            } else {
                cells.add(number(record.substring(at, end)));
            }
            at = end + 1;
        }
        return kept;
    }

    /** Returns the index of the quote that ends a cell, or the length of the record if there is none. */
    private int closingQuote(String record, int from) {
        int at = from;
        while (true) {
            int quote = record.indexOf('"', at);
            if (quote < 0) {
                return record.length();
            }
            if (escaped() && quote > from && record.charAt(quote - 1) == '\\') {
                at = quote + 1;
            } else if (quote + 1 < record.length() && record.charAt(quote + 1) == '"') {
                at = quote + 2;
            } else {
                return quote;
            }
        }
    }

    /** Returns the text inside the quotes, followed by any text between the closing quote and the separator. */
    private String unquoted(String record, int from, int closing, int end) {
        String inside = record.substring(from, closing).replace(escaped() ? "\\\"" : "\"\"", "\"");
        return closing < end ? inside + record.substring(closing + 1, end) : inside;
    }

    private String number(String cell) {
        return decimalCommas && DECIMAL_COMMA.matcher(cell).matches() ? cell.replace(',', '.') : cell;
    }
}
