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
 * The layout of a delimited file: its dialect, character set and columns. Columns are identified by header names or, without a
 * header, by their published order. Data frames may write row names for which the header has no column, and spreadsheets may write
 * empty cells after the last column.
 *
 * @param before the number of records before the first row
 * @param plain whether the file has a header of column names and no row of HXL tags, like a file of a whole release
 * @param described a description of the columns, as receipts report it
 */
public record TableHeader(CsvDialect dialect, Charset charset, Columns columns, int before, boolean plain, String described) {

    /** Reads the header of a file in any dialect and character set; empty if a needed column is missing. */
    public static Optional<TableHeader> of(FileHead head, Set<String> needed) {
        return of(head, head.charset(), needed, UnaryOperator.identity());
    }

    /**
     * Reads the header in the given character set; empty if a needed column is missing.
     *
     * @param usual replaces variants of column names by the usual names
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

    /**
     * Returns the layout of a file without a header.
     *
     * @param order the names of the columns in their published order
     * @param before the number of additional columns before the first one
     */
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

    /** Returns whether every row is empty after the given number of cells. */
    private static boolean endEmpty(List<TableRow> rows, int cells) {
        return rows.stream().filter(row -> row.cells().size() > cells)
                .allMatch(row -> row.cells().stream().skip(cells).allMatch(String::isEmpty));
    }

    /** Returns whether the rows begin with 1, 2, 3 …, the default row names of data frames. */
    private static boolean areCounted(List<TableRow> rows) {
        return IntStream.range(0, rows.size()).allMatch(i -> rows.get(i).cells().get(0).equals(String.valueOf(i + 1)));
    }

    /** Returns whether most cells of a row are HXL tags, which describe the columns of humanitarian data. */
    private static boolean isOfTags(TableRow row) {
        List<String> there = row.cells().stream().filter(cell -> !cell.isBlank() && !cell.equals("NA")).toList();
        return there.stream().filter(cell -> cell.startsWith("#")).count() * 2 > there.size();
    }

    /** Returns the columns read so far. */
    public RecognisedColumns recognised() {
        return new RecognisedColumns(dialect, columns.asked());
    }

    /**
     * Returns the cells of a row by column.
     *
     * @throws RefusedRowException if the number of cells differs from the number of columns
     */
    public Cells cells(TableRow row) {
        if (row.cells().size() != columns.count()) {
            throw row.refusal(columns.count());
        }
        return new Cells(columns, row);
    }
}
