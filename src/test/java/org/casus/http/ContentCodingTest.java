package org.casus.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip | -gzip", "gzip, deflate, br | -gzip", "gzip;q=0.5 | -gzip", "* | -gzip",
        "gzip;q=0 | ''", "gzip;q=0, * | ''", "*;q=0 | ''", "identity | ''", "br | ''", "'' | ''"})
    void the_suffix_names_the_coding_of_the_answer(String accepted, String suffix) {
        assertThat(ContentCoding.suffix(accepted)).isEqualTo(suffix);
    }

    @Test
    void who_accepts_nothing_in_particular_gets_the_plain_answer() {
        assertThat(ContentCoding.suffix(null)).isEmpty();
    }

    @Property
    void any_header_has_an_answer(@ForAll String header) {
        assertThat(ContentCoding.suffix(header)).isIn("", "-gzip");
    }
}
