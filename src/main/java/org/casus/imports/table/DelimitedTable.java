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
 * The first records of a file, divided as suits all that can be seen of it. Here and nowhere else the dialect is decided: the
 * separator by what the file begins with, the quotes by most of its rows, for names of columns need none.
 *
 * @param skipped records before the first that say how spreadsheets should divide it
 */
public record DelimitedTable(CsvDialect dialect, Charset charset, int skipped, List<TableRow> records) {

    private static final char[] SEPARATORS = {',', '\t', ';', '|', ' '};
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=.\"?");
    private static final Pattern NUMBERED = Pattern.compile("V\\d{1,3}");
    private static final Pattern DECIMAL_POINT = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");

    /**
     * The file in a dialect in which its first records are what they should be; nothing if there is none.
     *
     * @param begins whether they are
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

    /** Without the names that R gives columns which have none: V1, V2 and so on. */
    DelimitedTable unnumbered() {
        boolean numbered = !records.isEmpty() && records.get(0).cells().stream().filter(cell -> !cell.isEmpty())
                .allMatch(cell -> NUMBERED.matcher(cell).matches());
        return numbered ? new DelimitedTable(dialect, charset, skipped + 1, records.subList(1, records.size())) : this;
    }

    /** The names that a file begins with, were it divided by one separator or another. */
    public static Stream<Columns> names(FileHead head, Charset charset) {
        Stream.Builder<Columns> names = Stream.builder();
        for (char separator : SEPARATORS) {
            of(head, charset, new CsvDialect(separator, Quotes.DOUBLED, false)).records.stream().findFirst()
                    .ifPresent(first -> names.add(new Columns(first.cells())));
        }
        return names.build();
    }

    /** Where two suit as well, the first is meant. */
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
     * How many records are as most are, and have quotes where the dialect has them.
     *
     * @param later some that come later and have quotes
     */
    private static long regular(List<TableRow> records, List<TableRow> later, CsvDialect dialect) {
        int cells = usualCells(records);
        Predicate<TableRow> quoting = dialect.quoted() ? row -> dialect.keepsItsQuotes(row.raw()) : withoutQuotes(records);
        return Stream.concat(records.stream(), later.stream()).filter(row -> row.cells().size() == cells).filter(quoting).count();
    }

    /** A cell in quotes may be a name in quotes, but not in every other row, nor with doubled quotes inside. */
    private static Predicate<TableRow> withoutQuotes(List<TableRow> records) {
        boolean most = records.stream().filter(DelimitedTable::hasQuoted).count() * 2 > records.size() - 1;
        return row -> !(most && hasQuoted(row)) && row.cells().stream().noneMatch(DelimitedTable::doublesQuotes);
    }

    private static boolean hasQuoted(TableRow row) {
        return row.cells().stream().anyMatch(cell -> inQuotes(cell).isPresent());
    }

    /** As a writer leaves it that puts quotes only around what has some inside. */
    private static boolean doublesQuotes(String cell) {
        return inQuotes(cell).filter(inside -> inside.contains("\"")).isPresent();
    }

    /** Matches the text between two quotes, if it holds no single quote. */
    private static Optional<String> inQuotes(String cell) {
        if (cell.length() < 2 || !cell.startsWith("\"") || !cell.endsWith("\"")) {
            return Optional.empty();
        }
        String inside = cell.substring(1, cell.length() - 1);
        return Optional.of(inside).filter(text -> !text.replace("\"\"", "").replace("\\\"", "").contains("\""));
    }

    /** Files with semicolons have decimal commas, unless they contain decimal points. */
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

    /** How many cells most records have; of two numbers the smaller. */
    static int usualCells(List<TableRow> records) {
        Map<Integer, Long> counts = records.stream()
                .collect(Collectors.groupingBy(row -> row.cells().size(), TreeMap::new, Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return counts.entrySet().stream().filter(one -> one.getValue() == most).map(Map.Entry::getKey).findFirst().orElse(0);
    }
}
