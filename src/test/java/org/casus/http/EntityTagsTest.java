package org.casus.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {

    @Test
    void the_tag_of_an_item_names_its_revision_and_its_youngest_name() {
        assertThat(EntityTags.ofItem(42, 17, "json", null)).isEqualTo("\"42.17-json\"");
        assertThat(EntityTags.ofItem(42, 17, "json", "gzip")).isEqualTo("\"42.17-json-gzip\"");
    }

    @Test
    void lists_of_different_questions_have_different_tags() {
        assertThat(EntityTags.ofList(42, "/events?type=speech", "json", null))
                .isNotEqualTo(EntityTags.ofList(42, "/events?type=interview", "json", null))
                .isNotEqualTo(EntityTags.ofList(43, "/events?type=speech", "json", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"\"1.1-json\" | true", "W/\"1.1-json\" | true", "* | true",
        "\"x\", \"1.1-json\" | true", "\"x\",W/\"1.1-json\" | true", "\"1.1-json-gzip\" | false", "1.1-json | false",
        "'' | false", "- | false"})
    void comparison_is_weak(String ifNoneMatch, boolean matches) {
        assertThat(EntityTags.matches(ifNoneMatch, "\"1.1-json\"", "gzip;q=0")).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"W/\"1.1-json\" | true", "\"1.1-json-gzip\" | true", "W/\"1.1-json-gzip\" | true",
        "\"1.1-json-br\" | true", "\"1.1-csv-gzip\" | false", "\"1.1-json-gzip-gzip\" | false"})
    void a_proxy_that_compresses_by_itself_may_say_so_in_the_tag(String ifNoneMatch, boolean matches) {
        assertThat(EntityTags.matches(ifNoneMatch, "\"1.1-json\"", null)).isEqualTo(matches);
    }
}
