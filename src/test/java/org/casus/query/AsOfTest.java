package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.casus.http.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {

    @Test
    void a_number_is_a_revision() {
        assertThat(AsOf.parse("4711")).isEqualTo(new AsOf.Number(4711));
        assertThat(AsOf.parse("0")).isEqualTo(new AsOf.Number(0));
    }

    @Test
    void a_day_means_its_end_in_utc() {
        assertThat(AsOf.parse("2024-02-29")).isEqualTo(new AsOf.Moment(Instant.parse("2024-02-29T23:59:59.999999999Z")));
    }

    @Test
    void an_instant_is_meant_to_the_fraction_in_any_offset() {
        assertThat(AsOf.parse("2026-03-01T12:00:00.123456Z"))
                .isEqualTo(new AsOf.Moment(Instant.parse("2026-03-01T12:00:00.123456Z")));
        assertThat(AsOf.parse("2026-03-01T12:00:00+02:00")).isEqualTo(new AsOf.Moment(Instant.parse("2026-03-01T10:00:00Z")));
    }

    @Property
    void whatever_is_no_moment_is_a_problem(@ForAll String text) {
        try {
            assertThat(AsOf.parse(text)).isNotNull();
        } catch (Problem problem) {
            assertThat(problem).hasMessageContaining("asOf is " + AsOf.RULE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "2023-02-29", "٤٧١١", "1e3", "now", "T", "2024-01-01T"})
    void it_is_read_to_the_letter(String text) {
        assertThatThrownBy(() -> AsOf.parse(text)).isInstanceOf(Problem.class);
    }
}
