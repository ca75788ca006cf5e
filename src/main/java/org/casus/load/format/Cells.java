package org.casus.load.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.http.json.CleanText;

/** The cells of a row by the names of their columns, as the types that they should have. */
public final class Cells {

    private static final Pattern WHOLE = Pattern.compile("\\d+\\.0");
    private static final Set<String> MISSING = Set.of("", "NA", "NULL", "None", "NaN");

    private final Columns columns;
    private final Row row;
    private final List<Objection> objections = new ArrayList<>();

    public Cells(Columns columns, Row row) {
        this.columns = columns;
        this.row = row;
    }

    /** Rules that are broken and noted so far. */
    public List<Objection> objections() {
        return objections;
    }

    public void note(String column, String rule) {
        objections.add(new Objection(column, raw(column), rule));
    }

    /** Refuses the row for one of its cells. */
    public RefusedRow refusal(String column, String rule) {
        return new RefusedRow(column, raw(column), rule);
    }

    /** What stands there, whatever it is, but for what is no text. */
    public String raw(String column) {
        int at = columns.of(column);
        return at < 0 || at >= row.cells().size() ? "" : CleanText.cleaned(row.cells().get(at));
    }

    /** What stands there, if anything does. */
    public Optional<String> text(String column) {
        String text = raw(column).strip();
        return MISSING.contains(text) ? Optional.empty() : Optional.of(text);
    }

    /** A code of digits, also where a spreadsheet or a data frame wrote it as {@code 369.0}. */
    public Optional<String> code(String column) {
        return text(column).map(text -> WHOLE.matcher(text).matches() ? text.substring(0, text.length() - 2) : text);
    }

    public String required(String column) {
        return text(column).orElseThrow(() -> refusal(column, "is required"));
    }

    /** A whole number, also where a spreadsheet or a data frame wrote it as {@code 369.0}. */
    public OptionalInt integer(String column) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        String digits = text.get().endsWith(".0") ? text.get().substring(0, text.get().length() - 2) : text.get();
        try {
            return OptionalInt.of(Integer.parseInt(digits));
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
