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

/** The cells of a row, accessed by the names of their columns and converted to the expected types. */
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

    /** Returns the issues noted so far. */
    public List<RowIssue> objections() {
        return objections;
    }

    /** Notes an issue with a cell. The same issue is noted only once, however often the cell is read. */
    public void note(String column, String rule) {
        RowIssue rowIssue = new RowIssue(column, raw(column), rule);
        if (!objections.contains(rowIssue)) {
            objections.add(rowIssue);
        }
    }

    /** Returns the exception that refuses the row because of one of its cells. */
    public RefusedRowException refusal(String column, String rule) {
        return new RefusedRowException(column, raw(column), rule);
    }

    /** Returns whether the file has the column. */
    public boolean has(String column) {
        return columns.of(column) >= 0;
    }

    /**
     * Returns the members of an event that the row cannot provide because one of their columns is missing.
     *
     * @param columns the columns that each member is made of
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

    /** Returns the index of a column's cell in the row; -1 if the row has none. */
    private int place(String column) {
        int at = columns.of(column);
        return at < row.cells().size() ? at : -1;
    }

    /** Returns the unconverted text of a cell, without characters that are not allowed in text; empty if there is no cell. */
    public String raw(String column) {
        int at = place(column);
        return at < 0 ? "" : CleanText.cleaned(row.cells().get(at));
    }

    /** Returns the text of a cell; empty if the cell is empty or marks a missing value. */
    public Optional<String> text(String column) {
        String text = raw(column).strip();
        return MISSING.contains(text) ? Optional.empty() : Optional.of(text);
    }

    /** Returns text in natural language, in which {@code null} can be a word. */
    public Optional<String> words(String column) {
        String text = raw(column).strip();
        return text.equals(WORD) ? Optional.of(text) : text(column);
    }

    /**
     * Returns a code as it is written. Where a spreadsheet or a data frame wrote a code of digits as {@code 369.0} or {@code 4e+07},
     * the digits are restored.
     */
    public Optional<String> code(String column) {
        return text(column).map(Cells::whole);
    }

    /**
     * Returns the text of a cell that must not be empty.
     *
     * @throws RefusedRowException if the cell is empty
     */
    public String required(String column) {
        return text(column).orElseThrow(() -> refusal(column, "is required"));
    }

    /** Returns a code like {@link #code}, from a cell that must not be empty. */
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

    /**
     * Returns a whole number in any notation that {@link #code} accepts.
     *
     * @throws RefusedRowException if the cell contains something else
     */
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

    /**
     * Returns a number.
     *
     * @throws RefusedRowException if the cell contains something else
     */
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
            // refused below
        }
        throw refusal(column, "is a number");
    }
}
