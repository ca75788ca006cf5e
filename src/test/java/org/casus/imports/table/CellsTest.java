package org.casus.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource({"369, 369", "369.0, 369", "10.00, 10", "1., 1", "1e+05, 100000", "3e5, 300000", "9.01e+08, 901000000",
        "4E+07, 40000000", "2.0180326e+13, 20180326000000", "1.5e1, 15", "-5.74890e+05, -574890", "-1.0, -1", "0e+00, 0"})
    void a_whole_number_is_the_same_however_a_data_frame_writes_it(String written, String code) {
        assertThat(cell(written).code("n")).contains(code);
        if (code.length() < 10) {
            assertThat(cell(written).integer("n")).hasValue(Integer.parseInt(code));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"042", "0042", "1.5", "1.55e+1", "1e-05", "1e", "e5", "UKR", "5E", "2014-01-22", "1e+999999999", "9e99"})
    void what_is_no_whole_number_stays_as_it_is_written(String written) {
        assertThat(cell(written).code("n")).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "many", "1e+10", "1e-05"})
    void what_is_no_whole_number_is_refused_where_one_is_needed(String written) {
        assertThatThrownBy(() -> cell(written).integer("n")).isInstanceOfSatisfying(RefusedRowException.class,
                refused -> assertThat(refused.objection()).isEqualTo(new RowIssue("n", written, "is a whole number")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NA", "<NA>", "N/A", "n/a", "NULL", "null", "\\N", "None", "NaN"})
    void a_value_is_missing_in_every_way_in_which_programs_write_that(String written) {
        assertThat(cell(written).text("n")).isEmpty();
        assertThat(cell(written).integer("n")).isEmpty();
    }

    @Test
    void a_word_in_a_free_text_is_no_missing_value() {
        assertThat(cell("null").words("n")).contains("null");
        assertThat(cell("NULL").words("n")).isEmpty();
        assertThat(cell("\\N").words("n")).isEmpty();
    }

    @Test
    void what_is_wrong_twice_is_noted_once() {
        Cells cells = cell("x");
        cells.note("n", "is a number");
        cells.note("n", "is a number");
        assertThat(cells.objections()).containsExactly(new RowIssue("n", "x", "is a number"));
    }

    private static Cells cell(String written) {
        return new Cells(new Columns(List.of("n")), new TableRow(1, written, List.of(written)));
    }
}
