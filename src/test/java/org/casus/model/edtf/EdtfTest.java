package org.casus.model.edtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {

    @ParameterizedTest
    @CsvSource({"2015-02-03, 2017-02-05, 2015-02-03/2017-02-05", "2015-02-03/2017-02-05, 2016, 2015-02-03/2017-02-05", "2016-05, 2016, 2016",
            "2014/.., 2013-01-01, 2013-01-01/..", "../2014, 2015-01-01, ../2015-01-01", "2014?, 2014-05-01, 2014?"})
    void covers_both_and_stays_as_it_is_written_where_it_does_already(String one, String other, String both) {
        assertThat(Edtf.parse(one).covering(Edtf.parse(other)).text()).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "open", textBlock = """
            2023-07-19,                2023-07-19T00:00:00.000Z, 2023-07-19T23:59:59.999Z, DAY
            2023-07,                   2023-07-01T00:00:00.000Z, 2023-07-31T23:59:59.999Z, MONTH
            2023-07-XX,                2023-07-01T00:00:00.000Z, 2023-07-31T23:59:59.999Z, MONTH
            2023-07%,                  2023-07-01T00:00:00.000Z, 2023-07-31T23:59:59.999Z, MONTH
            2024-02,                   2024-02-01T00:00:00.000Z, 2024-02-29T23:59:59.999Z, MONTH
            1900-02,                   1900-02-01T00:00:00.000Z, 1900-02-28T23:59:59.999Z, MONTH
            2023,                      2023-01-01T00:00:00.000Z, 2023-12-31T23:59:59.999Z, YEAR
            2023~,                     2023-01-01T00:00:00.000Z, 2023-12-31T23:59:59.999Z, YEAR
            2023?,                     2023-01-01T00:00:00.000Z, 2023-12-31T23:59:59.999Z, YEAR
            1968,                      1968-01-01T00:00:00.000Z, 1968-12-31T23:59:59.999Z, YEAR
            1968?,                     1968-01-01T00:00:00.000Z, 1968-12-31T23:59:59.999Z, YEAR
            1968-XX,                   1968-01-01T00:00:00.000Z, 1968-12-31T23:59:59.999Z, YEAR
            1968-XX-XX,                1968-01-01T00:00:00.000Z, 1968-12-31T23:59:59.999Z, YEAR
            0000,                      0000-01-01T00:00:00.000Z, 0000-12-31T23:59:59.999Z, YEAR
            9999,                      9999-01-01T00:00:00.000Z, 9999-12-31T23:59:59.999Z, YEAR
            202X,                      2020-01-01T00:00:00.000Z, 2029-12-31T23:59:59.999Z, DECADE
            202X~,                     2020-01-01T00:00:00.000Z, 2029-12-31T23:59:59.999Z, DECADE
            19XX,                      1900-01-01T00:00:00.000Z, 1999-12-31T23:59:59.999Z, CENTURY
            2023-07-19T10:15:30,       2023-07-19T10:15:30.000Z, 2023-07-19T10:15:30.999Z, SECOND
            2023-07-19T10:15:30Z,      2023-07-19T10:15:30.000Z, 2023-07-19T10:15:30.999Z, SECOND
            2023-07-19T10:15:30+02:00, 2023-07-19T08:15:30.000Z, 2023-07-19T08:15:30.999Z, SECOND
            2023-07-19T10:15:30+02,    2023-07-19T08:15:30.000Z, 2023-07-19T08:15:30.999Z, SECOND
            2023-07-19T20:15:30-05:30, 2023-07-20T01:45:30.000Z, 2023-07-20T01:45:30.999Z, SECOND
            2023-07-19T10:15:30+14:00, 2023-07-18T20:15:30.000Z, 2023-07-18T20:15:30.999Z, SECOND
            1968-08-20/1968-08-21,     1968-08-20T00:00:00.000Z, 1968-08-21T23:59:59.999Z, DAY
            1968/1968-08,              1968-01-01T00:00:00.000Z, 1968-08-31T23:59:59.999Z, YEAR
            1968-08-20/1968-08,        1968-08-20T00:00:00.000Z, 1968-08-31T23:59:59.999Z, DAY
            1968-08-20/1968-08-20,     1968-08-20T00:00:00.000Z, 1968-08-20T23:59:59.999Z, DAY
            196X/1970~,                1960-01-01T00:00:00.000Z, 1970-12-31T23:59:59.999Z, DECADE
            2022-02-24/..,             2022-02-24T00:00:00.000Z, open,                     DAY
            1968/..,                   1968-01-01T00:00:00.000Z, open,                     YEAR
            1968/,                     1968-01-01T00:00:00.000Z, open,                     YEAR
            ../1968-08,                open,                     1968-08-31T23:59:59.999Z, MONTH
            /1968-08-20,               open,                     1968-08-20T23:59:59.999Z, DAY
            """)
    void a_date_covers_all_the_time_it_may_refer_to(String text, Instant earliest, Instant latest, Precision precision) {
        Edtf date = Edtf.parse(text);

        assertThat(date.range()).isEqualTo(new TimeRange(earliest, latest));
        assertThat(date.precision()).isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource({
            "1968,                false, false",
            "1968?,               true,  false",
            "1968-08~,            false, true",
            "1968-08-20%,         true,  true",
            "1968-XX?,            true,  false",
            "2023-07-19T10:15:30, false, false",
            "1968/1969,           false, false",
            "1968?/1969,          true,  false",
            "1968/1969~,          false, true",
            "1968?/1969~,         true,  true",
            "1968%/..,            true,  true",
            "/1969?,              true,  false",
    })
    void a_qualifier_at_either_end_qualifies_the_whole(String text, boolean uncertain, boolean approximate) {
        Edtf date = Edtf.parse(text);

        assertThat(date.uncertain()).isEqualTo(uncertain);
        assertThat(date.approximate()).isEqualTo(approximate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1968", "1968-XX%", "2023-07-19T10:15:30+02", "1968/", "1968/..", "../1968~"})
    void the_text_is_kept_as_it_was_given(String text) {
        assertThat(Edtf.parse(text).text()).isEqualTo(text);
        assertThat(Edtf.parse(text)).hasToString(text);
    }

    @Test
    void dates_are_equal_by_their_text_and_not_by_the_time_they_cover() {
        assertThat(Edtf.parse("1968")).isEqualTo(Edtf.parse("1968")).hasSameHashCodeAs(Edtf.parse("1968"));
        assertThat(Edtf.parse("1968")).isNotEqualTo(Edtf.parse("1968-XX"));
        assertThat(Edtf.parse("1968/")).isNotEqualTo(Edtf.parse("1968/.."));
    }
}
