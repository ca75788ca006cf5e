package org.casus.imports.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.http.json.CleanText;

/** The cells of a row by the names of their columns, as the types that they should have. */
public final class Cells {

    private static final Pattern POINT = Pattern.compile("([+-]?\\d+)\\.0*");
    private static final Pattern POWER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{0,18})?[eE]\\+?[01]?\\d");
    private static final String WORD = "null";
    private static final Set<String> MISSING =
            Set.of("", "NA", "<NA>", "N/A", "n/a", "NULL", WORD, "\\N", "None", "NaN");

    private final Columns columns;
    private final TableRow row;
    private final List<RowIssue> objections = new ArrayList<>();

    public Cells(Columns columns, TableRow row) {
        this.columns = columns;
        this.row = row;
    }

    /** Rules that are broken and noted so far. */
    public List<RowIssue> objections() {
        return objections;
    }

    /** Once, however often the cell is asked for. */
    public void note(String column, String rule) {
        RowIssue rowIssue = new RowIssue(column, raw(column), rule);
        if (!objections.contains(rowIssue)) {
            objections.add(rowIssue);
        }
    }

    /** Refuses the row for one of its cells. */
    public RefusedRowException refusal(String column, String rule) {
        return new RefusedRowException(column, raw(column), rule);
    }

    /** Whether the file has the column at all. */
    public boolean has(String column) {
        return columns.of(column) >= 0;
    }

    /**
     * Of some members of an event those that the row cannot speak of, because a column is not there.
     *
     * @param columns that a member is made of
     */
    public Set<String> unsaid(Map<String, List<String>> columns) {
        Set<String> unsaid = new HashSet<>();
        columns.forEach((member, of) -> {
            if (of.stream().anyMatch(column -> place(column) < 0)) {
                unsaid.add(member);
            }
        });
        return unsaid;
    }

    /** Where a cell stands in the row; -1 if it has none for the column. */
    private int place(String column) {
        int at = columns.of(column);
        return at < row.cells().size() ? at : -1;
    }

    /** Returns the text of a cell as it is, without characters that are not text. */
    public String raw(String column) {
        int at = place(column);
        return at < 0 ? "" : CleanText.cleaned(row.cells().get(at));
    }

    /** Returns the text of a cell; empty if the cell is. */
    public Optional<String> text(String column) {
        String text = raw(column).strip();
        return MISSING.contains(text) ? Optional.empty() : Optional.of(text);
    }

    /** A text that somebody wrote, in which {@code null} can be a word. */
    public Optional<String> words(String column) {
        String text = raw(column).strip();
        return text.equals(WORD) ? Optional.of(text) : text(column);
    }

    /**
     * A code of digits, as it is written; where a spreadsheet or a data frame wrote a whole number as {@code 369.0} or
     * {@code 4e+07}, its digits.
     */
    public Optional<String> code(String column) {
        return text(column).map(Cells::whole);
    }

    public String required(String column) {
        return text(column).orElseThrow(() -> refusal(column, "is required"));
    }

    /** As {@link #code}. */
    public String requiredCode(String column) {
        return whole(required(column));
    }

    private static String whole(String text) {
        Matcher point = POINT.matcher(text);
        if (point.matches()) {
            return point.group(1);
        }
        if (!POWER.matcher(text).matches()) {
            return text;
        }
        try {
            return new BigDecimal(text).toBigIntegerExact().toString();
        } catch (ArithmeticException e) {
            return text;
        }
    }

    /** A whole number, however {@link #code} finds it written. */
    public OptionalInt integer(String column) {
        Optional<String> code = code(column);
        if (code.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(code.get()));
        } catch (NumberFormatException e) {
            throw refusal(column, "is a whole number");
        }
    }

    public OptionalDouble decimal(String column) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(text.get());
            if (Double.isFinite(number)) {
                return OptionalDouble.of(number);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw refusal(column, "is a number");
    }
}
