package org.casus.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.imports.format.Draft;
import org.casus.imports.run.FileFormats;
import org.casus.imports.run.ParsedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How files are divided that data frames and spreadsheets have written again: each says what the file said that was published. */
class CsvDialectTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** A few rows of each layout; what is a number there stands without quotes. */
    private enum Table {
        GED(List.of("id", "type_of_violence", "conflict_new_id", "conflict_name", "dyad_name", "side_a", "side_b",
                "where_coordinates", "where_description", "latitude", "longitude", "country", "country_id", "date_start",
                "date_end", "best", "high", "low"),
                Set.of("id", "type_of_violence", "conflict_new_id", "latitude", "longitude", "country_id", "best", "high", "low"),
                Map.of("type_of_violence", "1", "conflict_new_id", "7", "conflict_name", "A conflict", "side_a", "A, and B",
                        "side_b", "The \"Lord\" Army", "where_coordinates", "Donetsk city", "latitude", "48.5", "longitude", "37.8"),
                Map.of("dyad_name", "A dyad; another", "where_description", "Two\nlines", "country", "Ukraine",
                        "country_id", "369", "date_start", "2015-02-03", "date_end", "2015-02-03", "best", "3", "high", "4", "low", "3")),
        GDELT(List.of("GLOBALEVENTID", "SQLDATE", "Actor1Code", "Actor1Name", "Actor2Code", "EventCode", "GoldsteinScale",
                "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_Lat", "ActionGeo_Long"),
                Set.of("GLOBALEVENTID", "SQLDATE", "GoldsteinScale", "ActionGeo_Type", "ActionGeo_Lat", "ActionGeo_Long"),
                Map.of("SQLDATE", "20180325", "Actor1Code", "REB", "Actor1Name", "THE \"LORD\" ARMY", "EventCode", "042",
                        "GoldsteinScale", "1.9"),
                Map.of("ActionGeo_Type", "4", "ActionGeo_FullName", "Toronto, Ontario, Canada", "ActionGeo_CountryCode", "CA",
                        "ActionGeo_Lat", "43.6667", "ActionGeo_Long", "-79.4167")),
        ICEWS(List.of("Event ID", "Event Date", "Source Name", "Source Sectors", "CAMEO Code", "Target Name", "Story ID",
                "Publisher", "City", "Country", "Latitude", "Longitude"),
                Set.of("Event ID", "Story ID", "Latitude", "Longitude"),
                Map.of("Event Date", "2017-03-31", "Source Name", "\"El Jefe\" Doe", "Source Sectors", "Executive,Government",
                        "CAMEO Code", "042", "Target Name", "France"),
                Map.of("Story ID", "987", "Publisher", "Daily Nothing; Weekly", "City", "Lyon", "Country", "France",
                        "Latitude", "45.75", "Longitude", "4.85"));

        private final List<String> names;
        private final Set<String> numbers;
        private final Map<String, String> values = new HashMap<>();

        Table(List<String> names, Set<String> numbers, Map<String, String> some, Map<String, String> others) {
            this.names = names;
            this.numbers = numbers;
            values.putAll(some);
            values.putAll(others);
        }

        private List<Map<String, String>> rows() {
            return Stream.of("61", "62", "63").map(id -> {
                Map<String, String> row = new HashMap<>(values);
                row.put(names.get(0), id);
                return row;
            }).toList();
        }

        private List<Draft> published() {
            ParsedFile parsedFile = ParsedFile.of(new Writer(",", "\"\"").write(this));
            assertThat(parsedFile.refusals()).isEmpty();
            assertThat(parsedFile.drafts()).hasSize(3);
            return parsedFile.drafts();
        }
    }

    /** Writes as R does. */
    private record Writer(String separator, String quote, String point, boolean quotedNames, boolean rowNames, String missing) {

        Writer(String separator, String quote) {
            this(separator, quote, ".", true, false, "");
        }

        String write(Table table) {
            List<String> lines = new ArrayList<>();
            lines.add(table.names.stream().map(name -> quotedNames ? quoted(name) : name).collect(Collectors.joining(separator)));
            for (Map<String, String> row : table.rows()) {
                Stream<String> cells = table.names.stream().map(name -> cell(row.getOrDefault(name, ""), table.numbers.contains(name)));
                lines.add(Stream.concat(rowNames ? Stream.of(quoted(String.valueOf(lines.size()))) : Stream.of(), cells)
                        .collect(Collectors.joining(separator)));
            }
            return String.join("\n", lines) + "\n";
        }

        private String cell(String value, boolean number) {
            if (value.isEmpty()) {
                return missing;
            }
            return number ? value.replace(".", point) : quoted(value);
        }

        private String quoted(String text) {
            return '"' + text.replace("\"", quote) + '"';
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_that_r_writes_between_blanks_are_read(Table table) {
        for (String quote : List.of("\\\"", "\"\"")) {
            ParsedFile parsedFile = ParsedFile.of(new Writer(" ", quote, ".", true, true, "NA").write(table));

            assertThat(parsedFile.drafts()).isEqualTo(table.published());
            assertThat(parsedFile.as().layout().seen()).contains(" columns by name, with row names before them, between blanks");
        }
    }

    @ParameterizedTest
    @EnumSource
    void semicolons_come_with_decimal_commas_also_behind_a_byte_order_mark(Table table) {
        String text = new Writer(";", "\"\"", ",", true, false, "NA").write(table);

        assertThat(ParsedFile.of(text).drafts()).isEqualTo(table.published());
        assertThat(ParsedFile.of('\uFEFF' + text).drafts()).isEqualTo(table.published());
        assertThat(ParsedFile.of(text).as().layout().seen()).endsWith(" columns by name, between semicolons, with decimal commas");
    }

    @ParameterizedTest
    @EnumSource
    void tables_between_bars_are_read(Table table) {
        ParsedFile parsedFile = ParsedFile.of(new Writer("|", "\"\"").write(table));

        assertThat(parsedFile.drafts()).isEqualTo(table.published());
        assertThat(parsedFile.as().layout().seen()).endsWith(" columns by name, between bars");
    }

    @Test
    void semicolons_come_with_decimal_points_where_there_are_some() {
        ParsedFile parsedFile = ParsedFile.of(new Writer(";", "\"\"").write(Table.GED));

        assertThat(parsedFile.drafts()).isEqualTo(Table.GED.published());
        assertThat(parsedFile.as().layout().seen()).endsWith(", between semicolons");
    }

    @Test
    void text_that_looks_like_a_decimal_keeps_its_comma() {
        CsvDialect dialect = new CsvDialect(';', CsvDialect.Quotes.DOUBLED, true);

        assertThat(dialect.cells("48,5;\"48,5\";-1,5e-05;1,2,3;a 1,5")).containsExactly("48.5", "48,5", "-1.5e-05", "1,2,3", "a 1,5");
    }

    @ParameterizedTest
    @EnumSource
    void tabs_are_read_with_quotes_in_all_of_the_file_or_in_its_rows(Table table) {
        for (boolean quotedNames : new boolean[] {true, false}) {
            for (String quote : List.of("\\\"", "\"\"")) {
                Writer writer = new Writer("\t", quote, ".", quotedNames, false, "");
                assertThat(ParsedFile.of(writer.write(table)).drafts()).isEqualTo(table.published());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void quotes_may_have_backslashes_before_them(Table table) {
        ParsedFile parsedFile = ParsedFile.of(new Writer(",", "\\\"").write(table));

        assertThat(parsedFile.drafts()).isEqualTo(table.published());
        assertThat(parsedFile.as().layout().seen()).endsWith(", with backslashes before quotes");
    }

    @Test
    void a_backslash_before_the_quote_that_ends_a_cell_is_one_where_quotes_are_doubled() {
        String text = new Writer(",", "\"\"").write(Table.GED).replace("Donetsk city", "Donetsk city \\");

        assertThat(ParsedFile.of(text).refusals()).isEmpty();
        assertThat(ParsedFile.of(text).as().layout().seen()).isEqualTo("UCDP GED, 18 columns by name");
    }

    @Test
    void a_writer_that_puts_quotes_only_around_quotes_is_understood() {
        String published = "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n"
                + "1\t2017-03-31\tFrance\t042\tGermany\n".repeat(100);

        assertThat(title(published + "2\t2017-03-31\t\"Jane \"\"J\"\" Doe\"\t042\tGermany\n")).startsWith("Jane \"J\" Doe – ");
    }

    @ParameterizedTest
    @CsvSource({"GED, best, ucdp-ged", "GDELT, EventCode, gdelt-2", "ICEWS, CAMEO Code, icews"})
    void a_file_without_a_column_that_is_needed_is_told_which(Table table, String column, String format) {
        String text = new Writer(",", "\"\"").write(table).replaceFirst(column, "other");

        assertThatThrownBy(() -> ParsedFile.of(text)).isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("like " + format + ", but has no column " + column.toLowerCase(Locale.ROOT) + ":");
    }

    @Test
    void a_file_of_another_layout_than_was_said_is_told_its_own() {
        FileHead head = new FileHead(new Writer(",", "\"\"").write(Table.GED).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> FileFormats.recognise(head, Optional.of("acled"), (scheme, code) -> Optional.empty()))
                .isInstanceOf(BrokenFileException.class).hasMessageContaining("of the layout ucdp-ged, not acled");
    }

    /** Behind all that a file is recognised by. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '´', delimiter = '|', textBlock = """
            TAB | Jane "J" Doe | "Jane ""J"" Doe"
            TAB | Jane "J" Doe | "Jane \\"J\\" Doe"
            TAB | "Jane J" | ""\"Jane J""\"
            TAB | "Jane J" | "Jane J"
            TAB | "Jane" J | "Jane" J
            COMMA | Jane "J" Doe | "Jane \\"J\\" Doe"
            COMMA | J. "a, b" Doe | "J. \\"a, b\\" Doe"
            COMMA | J. "a, b" Doe | "J. ""a, b"" Doe"
            """)
    void how_quotes_are_written_may_show_late(String separator, String name, String written) {
        String between = separator.equals("TAB") ? "\t" : ",";
        String published = ("Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n"
                + "1\t2017-03-31\tFrance\t042\tGermany\n".repeat(9_000)).replace("\t", between);

        assertThat(title(published + "2\t2017-03-31\tNAME\t042\tGermany\n".replace("\t", between).replace("NAME", written.strip())
                + "3\t2017-03-31\tFrance\t042\tGermany\n2\t2017-03-31\tNAME\t042\tGermany\n".replace("\t", between)
                        .replace("NAME", written.strip()))).startsWith(name + " – ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"J\" Doe", "Jane \"J\"", "\"Jane J\"", "\"Jane", "\"Jane\" and \"John\""})
    void a_quote_in_a_file_without_quoting_is_a_quote(String name) {
        String published = "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n"
                + "1\t2017-03-31\tFrance\t042\tGermany\n".repeat(3);

        assertThat(title(published + "2\t2017-03-31\t" + name + "\t042\tGermany\n")).startsWith(name + " – ");
    }

    private static String title(String text) {
        ParsedFile parsedFile = ParsedFile.of(text);
        assertThat(parsedFile.refusals()).isEmpty();
        return parsedFile.drafts().get(parsedFile.drafts().size() - 1).event().title();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=,\n", "sep=,\r\n", "\uFEFFsep=,\n", "\"sep=,\"\n"})
    void a_line_that_tells_spreadsheets_the_separator_is_passed_over(String line) {
        ParsedFile parsedFile = ParsedFile.of(line + new Writer(",", "\"\"").write(Table.GED));

        assertThat(parsedFile.drafts()).isEqualTo(Table.GED.published());
        assertThat(parsedFile.refusals()).isEmpty();
    }

    @Test
    void what_is_not_utf_8_is_what_windows_writes() {
        String text = new Writer(",", "\"\"").write(Table.ICEWS).replace("Lyon", "L’Haÿ");
        ParsedFile windows = ParsedFile.of(text.getBytes(WINDOWS));

        assertThat(windows.drafts()).isEqualTo(ParsedFile.of(text).drafts());
        assertThat(windows.as().layout().seen()).endsWith(", in windows-1252");
        String gdelt = new Writer(",", "\"\"").write(Table.GDELT).replace("Toronto", "Montréal – “Est”");
        assertThat(ParsedFile.of(gdelt.getBytes(WINDOWS)).drafts()).isEqualTo(ParsedFile.of(gdelt).drafts());
    }

    @Test
    void a_byte_that_windows_1252_has_not_is_no_reason_to_refuse_a_file() {
        byte[] text = new Writer(",", "\"\"").write(Table.ICEWS).replace("Lyon", "Lyon\u0081").getBytes(Charset.forName("ISO-8859-1"));

        assertThat(ParsedFile.of(text).drafts()).hasSize(3);
    }

    /** Were it read as what Windows writes, every other name would be garbled, and nobody told. */
    @Test
    void a_broken_byte_in_utf_8_is_named_with_its_line() {
        String text = new Writer(",", "\"\"").write(Table.ICEWS).replaceFirst("Lyon", "Montréal – “Est”").replaceFirst("Lyon", "?yon");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("?yon")] = (byte) 0xE9;

        assertThatThrownBy(() -> ParsedFile.of(bytes)).isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("line 3: this is no UTF-8").hasMessageContaining("iconv -c -f UTF-8 -t UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"GED, 2", "GED, 3"})
    void a_release_in_another_encoding_is_refused_with_what_makes_it_utf_8(Table table, int line) {
        String text = new Writer(",", "\"\"").write(table).replace("Two\n", "Two ");
        byte[] bytes = text.replaceFirst("(?s)((?:[^\n]*\n){" + (line - 1) + "}.*?)Donetsk", "$1Zürich").getBytes(WINDOWS);

        assertThatThrownBy(() -> ParsedFile.of(bytes)).isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("line " + line + ": this is no UTF-8").hasMessageContaining("iconv -f WINDOWS-1252 -t UTF-8");
    }
}
