package org.casus.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static int status(byte[] bytes) {
        try {
            StrictJson.object(bytes);
            return 200;
        } catch (Problem problem) {
            return problem.type().status();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {\"a\": [1, 2.5, null, true, \"\\u00e9\"]}\n", "{\"a\":{\"b\":{}}}", "{\"a\":\"\\ud83d\\udd4a\"}"})
    void one_object_is_read(String json) {
        assertThat(status(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}{}", "{} x", "{\"a\":1,\"a\":2}", "{a:1}", "{'a':1}", "{\"a\":01}", "{\"a\":NaN}",
        "{\"a\":+1}", "{\"a\":1,}", "// comment\n{}", "{\"a\":\"\n\"}", "<xml/>", "a=b"})
    void what_only_looks_like_json_is_refused(String text) {
        assertThat(status(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "\"text\"", "true", "[{}]"})
    void what_is_json_but_no_object_is_refused(String json) {
        assertThat(status(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
    }

    @Test
    void overlong_broken_and_foreign_bytes_are_no_utf_8() {
        for (byte[] bytes : List.of(
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xE9, '"', ':', '1', '}'},
                "{}".getBytes(StandardCharsets.UTF_16))) {
            assertThat(status(bytes)).isEqualTo(400);
        }
    }

    @Test
    void depth_and_length_of_numbers_are_bounded() {
        assertThat(status(("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}").getBytes(StandardCharsets.UTF_8))).isEqualTo(200);
        assertThat(status(("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
        assertThat(status(("{\"a\":" + "9".repeat(100_000) + "}").getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
        assertThat(status("{\"a\":1e999999999}".getBytes(StandardCharsets.UTF_8))).isIn(200, 400);
    }

    @Test
    void a_body_over_the_limit_is_read_no_further() throws Exception {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                assertThat(given).isLessThan(100_000);
                return ' ';
            }
        };
        assertThatThrownBy(() -> StrictJson.bytes(endless, 1000)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.PAYLOAD_TOO_LARGE));
        assertThat(StrictJson.bytes(new ByteArrayInputStream(new byte[1000]), 1000)).hasSize(1000);
    }

    @Property
    void arbitrary_bytes_are_an_object_or_a_problem(@ForAll byte[] bytes) {
        assertThat(status(bytes)).isIn(200, 400);
    }

    @Property
    void arbitrary_text_is_an_object_or_a_problem(@ForAll String text) {
        assertThat(status(text.getBytes(StandardCharsets.UTF_8))).isIn(200, 400);
    }
}
