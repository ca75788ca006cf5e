package org.casus.imports.table;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.imports.table.CsvDialect.Quotes;

/**
 * The first records of a file, in the dialect that fits its head best. This is the only place that decides on the dialect: the
 * first records determine the separator, and the majority of rows determines the quotes, since column names need none.
 *
 * @param skipped the number of records before the first one that are no data, such as a {@code sep=} line for spreadsheets
 */
public record DelimitedTable(CsvDialect dialect, Charset charset, int skipped, List<TableRow> records) {

    private static final char[] SEPARATORS = {',', '\t', ';', '|', ' '};
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=.\"?");
    private static final Pattern NUMBERED = Pattern.compile("V\\d{1,3}");
    private static final Pattern DECIMAL_POINT = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");

    /**
     * Returns the file in a dialect in which its first records are the expected ones; empty if there is no such dialect.
     *
     * @param begins tests the first records
     */
    public static Optional<DelimitedTable> of(FileHead head, Charset charset, Predicate<List<TableRow>> begins) {
        for (char separator : SEPARATORS) {
            Optional<CsvDialect> dialect = dialects(separator)
                    .filter(one -> begins.test(of(head, charset, one).records))
                    .max(Comparator.comparingLong(one ->
                            regular(head.allRecords(one, charset), head.witnesses(one, charset), one)));
            if (dialect.isPresent()) {
                return dialect.map(one -> of(head, charset, withDecimals(one, head, charset)));
            }
        }
        return Optional.empty();
    }

    /** Returns the table without a header of the names that R gives to unnamed columns: V1, V2 and so on. */
    DelimitedTable unnumbered() {
        boolean numbered = !records.isEmpty() && records.get(0).cells().stream().filter(cell -> !cell.isEmpty())
                .allMatch(cell -> NUMBERED.matcher(cell).matches());
        return numbered ? new DelimitedTable(dialect, charset, skipped + 1, records.subList(1, records.size())) : this;
    }

    /** Returns the first record of a file as column names, once for each separator that it may have. */
    public static Stream<Columns> names(FileHead head, Charset charset) {
        Stream.Builder<Columns> names = Stream.builder();
        for (char separator : SEPARATORS) {
            of(head, charset, new CsvDialect(separator, Quotes.DOUBLED, false)).records.stream().findFirst()
                    .ifPresent(first -> names.add(new Columns(first.cells())));
        }
        return names.build();
    }

    /** Returns the dialects with a separator. Of those that fit equally well, the first is preferred. */
    private static Stream<CsvDialect> dialects(char separator) {
        return Stream.of(Quotes.values()).filter(quotes -> quotes != Quotes.NONE || separator == '\t')
                .map(quotes -> new CsvDialect(separator, quotes, false));
    }

    private static DelimitedTable of(FileHead head, Charset charset, CsvDialect dialect) {
        List<TableRow> records = head.records(dialect, charset);
        boolean told = !records.isEmpty() && SEPARATOR_LINE.matcher(records.get(0).raw()).matches();
        return new DelimitedTable(dialect, charset, told ? 1 : 0, told ? records.subList(1, records.size()) : records);
    }

    /**
     * Returns the number of records that have the usual number of cells and are quoted as the dialect requires.
     *
     * @param later lines with quotes from beyond the head of the file
     */
    private static long regular(List<TableRow> records, List<TableRow> later, CsvDialect dialect) {
        int cells = usualCells(records);
        Predicate<TableRow> quoting = dialect.quoted() ? row -> dialect.keepsItsQuotes(row.raw()) : withoutQuotes(records);
        return Stream.concat(records.stream(), later.stream()).filter(row -> row.cells().size() == cells).filter(quoting).count();
    }

    /**
     * Returns a test whether the quotes of a row are ordinary characters. A quoted cell may be a name in quotes, but not in most rows,
     * nor with doubled quotes inside.
     */
    private static Predicate<TableRow> withoutQuotes(List<TableRow> records) {
        boolean most = records.stream().filter(DelimitedTable::hasQuoted).count() * 2 > records.size() - 1;
        return row -> !(most && hasQuoted(row)) && row.cells().stream().noneMatch(DelimitedTable::doublesQuotes);
    }

    private static boolean hasQuoted(TableRow row) {
        return row.cells().stream().anyMatch(cell -> inQuotes(cell).isPresent());
    }

    /** Returns whether a cell is quoted as by a writer that quotes only cells with quotes inside. */
    private static boolean doublesQuotes(String cell) {
        return inQuotes(cell).filter(inside -> inside.contains("\"")).isPresent();
    }

    /** Returns the text between the quotes around a cell, if all quotes inside it are doubled or escaped. */
    private static Optional<String> inQuotes(String cell) {
        if (cell.length() < 2 || !cell.startsWith("\"") || !cell.endsWith("\"")) {
            return Optional.empty();
        }
        String inside = cell.substring(1, cell.length() - 1);
        return Optional.of(inside).filter(text -> !text.replace("\"\"", "").replace("\\\"", "").contains("\""));
    }

    /** Returns the dialect with decimal commas if the separator is a semicolon, unless decimal points outnumber decimal commas. */
    private static CsvDialect withDecimals(CsvDialect dialect, FileHead head, Charset charset) {
        if (dialect.separator() != ';') {
            return dialect;
        }
        List<TableRow> records = head.allRecords(dialect, charset);
        return count(records, DECIMAL_POINT) > count(records, DECIMAL_COMMA) ? dialect : dialect.withDecimalCommas();
    }

    private static long count(List<TableRow> records, Pattern pattern) {
        return records.stream().flatMap(row -> row.cells().stream()).filter(cell -> pattern.matcher(cell).matches()).count();
    }

    /** Returns the most frequent number of cells in a record; the smaller one if two numbers are equally frequent. */
    static int usualCells(List<TableRow> records) {
        Map<Integer, Long> counts = records.stream()
                .collect(Collectors.groupingBy(row -> row.cells().size(), TreeMap::new, Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return counts.entrySet().stream().filter(one -> one.getValue() == most).map(Map.Entry::getKey).findFirst().orElse(0);
    }
}
