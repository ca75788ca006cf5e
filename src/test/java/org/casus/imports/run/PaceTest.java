package org.casus.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(Duration.ofMillis(250));

    @Test
    void batches_grow_while_the_ledger_is_not_locked_for_long() {
        int before = pace.rows();
        took(20);
        assertThat(pace.rows()).isGreaterThan(before);
    }

    @Test
    void what_is_about_right_stays() {
        int before = pace.rows();
        took(260);
        assertThat(pace.rows()).isEqualTo(before);
    }

    @Test
    void a_batch_that_took_too_long_is_followed_by_a_smaller_one() {
        int before = pace.rows();
        took(500);
        assertThat(pace.rows()).isEqualTo(before / 2);
    }

    @Test
    void there_is_a_least_and_a_most() {
        IntStream.range(0, 50).forEach(i -> took(0));
        assertThat(pace.rows()).isEqualTo(500);
        IntStream.range(0, 50).forEach(i -> took(5_000));
        assertThat(pace.rows()).isEqualTo(50);
    }

    private void took(long millis) {
        pace.took(Duration.ofMillis(millis).toNanos());
    }
}
