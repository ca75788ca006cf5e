package org.casus.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.casus.model.ResourceKind;
import org.casus.readmodel.Template;
import org.casus.readmodel.names.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''@x"})
    void what_a_spreadsheet_might_run_gets_an_apostrophe(String text) {
        assertThat(CsvCells.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=b", "'twas", "'", "1-2", " =1"})
    void other_text_stays_as_it_is(String text) {
        assertThat(CsvCells.of(text)).isEqualTo(text);
    }

    @Test
    void numbers_stay_numbers() {
        assertThat(CsvCells.of(-14.42)).isEqualTo("-14.42");
    }

    @Property
    void a_table_comes_back_through_a_parser_of_another_hand(@ForAll("titles") String title,
            @ForAll("titles") String summary, @ForAll List<@From("titles") String> tags) throws Exception {
        OutputBuffer json = new OutputBuffer(64);
        json.ascii("{\"id\":\"x\",\"title\":");
        json.string(title);
        json.ascii(",\"summary\":");
        json.string(summary);
        json.ascii(",\"location\":{\"lat\":-50.5,\"lon\":-14.25},\"tags\":[");
        for (int i = 0; i < tags.size(); i++) {
            json.ascii(i == 0 ? "" : ",");
            json.string(tags.get(i));
        }
        json.ascii("]}");
        List<String> row = row(json.copy());
        assertThat(read(row.get(3))).isEqualTo(title);
        assertThat(read(row.get(4))).isEqualTo(summary);
        assertThat(row.get(10)).isEqualTo("-50.5");
        assertThat(row.get(11)).isEqualTo("-14.25");
        assertThat(values(read(row.get(column("tags"))))).isEqualTo(tags);
    }

    private static int column(String name) {
        return CsvColumns.of(ResourceKind.EVENT, Optional.empty()).stream().map(CsvColumns.Column::name).toList().indexOf(name);
    }

    private static List<String> row(byte[] json) throws Exception {
        CsvRendering csv = new CsvRendering(CsvColumns.of(ResourceKind.EVENT, Optional.empty()),
                new JsonItemWriter(new Directory().at(0), "", OptionalLong.empty())::append);
        OutputBuffer out = new OutputBuffer(64);
        csv.begin(out);
        csv.item(Template.of("x", 1, json, List.of()), out);
        String text = new String(out.copy(), StandardCharsets.UTF_8);
        return PlainCsv.parse(text).get(1);
    }

    /** What a reader does with a cell of text. */
    private static String read(String cell) {
        return cell.matches("(?s)'+[=+\\-@\\t\\r\\n].*") ? cell.substring(1) : cell;
    }

    /** What a reader does with a cell of several values; no values are an empty cell. */
    private static List<String> values(String cell) {
        List<String> values = new ArrayList<>();
        if (cell.isEmpty()) {
            return values;
        }
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) == '\\') {
                value.append(cell.charAt(++i));
            } else if (cell.charAt(i) == '|') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(cell.charAt(i));
            }
        }
        values.add(value.toString());
        return values;
    }

    @Provide
    Arbitrary<String> titles() {
        return Arbitraries.strings().withChars("a,\"'=+-@|\\ \t\r\n;éК").ofMinLength(1).ofMaxLength(12);
    }
}
