package org.casus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.casus.http.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionTest {

    private static int status(String ifMatch, String ifNoneMatch, OptionalLong current) {
        try {
            Precondition.of(ifMatch, ifNoneMatch).check(current);
            return 200;
        } catch (Problem problem) {
            return problem.type().status();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // If-Match | If-None-Match | status where something is at revision 42
        "- | - | 428",
        "* | - | 200",
        "\"42.17-json\" | - | 200",
        "\"42.0-csv-gzip\" | - | 200",
        "\"41.17-json\" | - | 412",
        "\"4.2-json\" | - | 412",
        "\"142.1-json\" | - | 412",
        "W/\"42.17-json.3\" | - | 200",
        "W/\"x\", W/\"42.17-json.3-gzip\" | - | 200",
        "W/\"41.17-json.3\" | - | 412",
        "w/\"42.17-json.3\" | - | 400",
        "\"x\", \"42.17-json\" | - | 200",
        "\"x\",\"y\" | - | 412",
        "\"a,b\", \"42.1-json\" | - | 200",
        "\"\" | - | 412",
        "- | * | 412",
        "\"42.17-json\" | * | 412",
        "42.17-json | - | 400",
        "\"42.17-json | - | 400",
        "- | \"42.17-json\" | 400",
        "'' | - | 428"})
    void what_is_there_is_changed_only_by_who_has_seen_it(String ifMatch, String ifNoneMatch, int status) {
        assertThat(status(ifMatch, ifNoneMatch, OptionalLong.of(42))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"- | - | 200", "- | * | 200", "* | - | 412", "\"42.17-json\" | - | 412"})
    void what_is_not_there_is_made_by_who_expects_nothing(String ifMatch, String ifNoneMatch, int status) {
        assertThat(status(ifMatch, ifNoneMatch, OptionalLong.empty())).isEqualTo(status);
    }

    @Test
    void tags_of_others_are_told_from_tags_of_earlier_states() {
        assertThatThrownBy(() -> Precondition.of("W/\"abc\"", null).check(OptionalLong.of(42)))
                .hasMessageContaining("revision 42").hasMessageContaining("no tag of this service, such as \"42.17-json.3\"");
        assertThatThrownBy(() -> Precondition.of("\"41.17-json.3\"", null).check(OptionalLong.of(42)))
                .hasMessageContaining("revision 42").hasMessageNotContaining("no tag of this service");
    }

    @Test
    void the_software_itself_need_not_ask() {
        Precondition.NONE.check(OptionalLong.of(42));
        Precondition.NONE.check(OptionalLong.empty());
    }

    @Property
    void any_header_is_understood_or_refused(@ForAll String header) {
        assertThat(status(header, null, OptionalLong.of(42))).isIn(200, 400, 412, 428);
    }
}
