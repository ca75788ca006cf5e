package org.casus.imports.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * How a file is divided and which columns it has: by the names that it begins with or, where it has none, in the order in
 * which they are published. Data frames write names of rows for which the header has no column, and spreadsheets empty
 * cells after the last one.
 *
 * @param before records before the first row
 * @param plain whether its columns have their names and nothing else, as those of a whole release
 */
public record TableHeader(CsvDialect dialect, Charset charset, Columns columns, int before, boolean plain, String described) {

    /** The columns of a file that has every needed one, in whatever dialect and encoding. */
    public static Optional<TableHeader> of(FileHead head, Set<String> needed) {
        return of(head, head.charset(), needed, UnaryOperator.identity());
    }

    /**
     * The same in one encoding.
     *
     * @param usual makes names that some files have those that are needed
     */
    public static Optional<TableHeader> of(FileHead head, Charset charset, Set<String> needed, UnaryOperator<List<String>> usual) {
        return DelimitedTable.of(head, charset, records -> !records.isEmpty()
                        && new Columns(usual.apply(records.get(0).cells())).has(needed))
                .map(file -> named(file, usual.apply(file.records().get(0).cells())));
    }

    private static TableHeader named(DelimitedTable file, List<String> names) {
        List<TableRow> rows = file.records().subList(1, file.records().size());
        int surplus = Math.max(0, DelimitedTable.usualCells(rows) - names.size());
        boolean endEmpty = endEmpty(rows, names.size());
        boolean rowNames = surplus == 1 && (!endEmpty || areCounted(rows));
        boolean tags = !rows.isEmpty() && isOfTags(rows.get(0));
        return new TableHeader(file.dialect(), file.charset(), columns(names, rowNames ? 1 : 0, endEmpty && !rowNames ? surplus : 0),
                file.skipped() + (tags ? 2 : 1), !tags, names.size() + " columns by name"
                        + (rowNames ? ", with row names before them" : "")
                        + (tags ? ", with a row of HXL tags" : "")
                        + described(file));
    }

    /** The columns of a file that does not name them, with so many more on either side. */
    public static TableHeader without(DelimitedTable delimitedTable, List<String> order, int before, String described) {
        DelimitedTable file = delimitedTable.unnumbered();
        int surplus = Math.max(0, DelimitedTable.usualCells(file.records()) - before - order.size());
        return new TableHeader(file.dialect(), file.charset(), columns(order, before, surplus), file.skipped(), false,
                described + " columns without a header" + (before > 0 ? ", with row names before them" : "")
                        + described(file));
    }

    private static String described(DelimitedTable file) {
        return file.dialect().described()
                + (file.charset().equals(StandardCharsets.UTF_8) ? "" : ", in " + file.charset().name());
    }

    private static Columns columns(List<String> names, int before, int after) {
        List<String> all = new ArrayList<>(Collections.nCopies(before, ""));
        all.addAll(names);
        all.addAll(Collections.nCopies(after, ""));
        return new Columns(all);
    }

    /** Whether nothing stands in any row after so many cells. */
    private static boolean endEmpty(List<TableRow> rows, int cells) {
        return rows.stream().filter(row -> row.cells().size() > cells)
                .allMatch(row -> row.cells().stream().skip(cells).allMatch(String::isEmpty));
    }

    /** Whether rows begin with 1, 2, 3 …, as data frames name them. */
    private static boolean areCounted(List<TableRow> rows) {
        return IntStream.range(0, rows.size()).allMatch(i -> rows.get(i).cells().get(0).equals(String.valueOf(i + 1)));
    }

    /** Whether most of what stands there is HXL tags, by which humanitarian data say what a column holds. */
    private static boolean isOfTags(TableRow row) {
        List<String> there = row.cells().stream().filter(cell -> !cell.isBlank() && !cell.equals("NA")).toList();
        return there.stream().filter(cell -> cell.startsWith("#")).count() * 2 > there.size();
    }

    /** The columns that were read so far. */
    public RecognisedColumns recognised() {
        return new RecognisedColumns(dialect, columns.asked());
    }

    /** @throws RefusedRowException if the row has more or fewer cells than there are columns */
    public Cells cells(TableRow row) {
        if (row.cells().size() != columns.count()) {
            throw row.refusal(columns.count());
        }
        return new Cells(columns, row);
    }
}
