package org.casus.imports.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a file is divided into records, and a record into cells.
 *
 * @param separator between cells
 * @param decimalCommas whether numbers that are not in quotes have a comma before their decimals
 */
public record CsvDialect(char separator, Quotes quotes, boolean decimalCommas) {

    /** The character that quotes a cell. */
    public enum Quotes {
        /** A quote is a quote, and a line a record. */
        NONE,
        /** It is not part of the cell, which may hold line breaks; inside, quotes are doubled: RFC 4180. */
        DOUBLED,
        /** The same, with a backslash before quotes inside: what R writes if it is not told otherwise. */
        ESCAPED
    }

    /** A line is one cell. */
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

    /** The cells of a record, without the quotes around them. */
    public List<String> cells(String record) {
        List<String> cells = new ArrayList<>();
        divide(record, cells);
        return cells;
    }

    /** Whether nothing stands between the quotes around a cell and the separators. */
    boolean keepsItsQuotes(String record) {
        return divide(record, new ArrayList<>());
    }

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

    /** The quote that ends a cell; the end of the record, if none does. */
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

    /** Matches quoted text together with what follows it. */
    private String unquoted(String record, int from, int closing, int end) {
        String inside = record.substring(from, closing).replace(escaped() ? "\\\"" : "\"\"", "\"");
        return closing < end ? inside + record.substring(closing + 1, end) : inside;
    }

    private String number(String cell) {
        return decimalCommas && DECIMAL_COMMA.matcher(cell).matches() ? cell.replace(',', '.') : cell;
    }
}
