package org.casus.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void batches_grow_while_the_ledger_is_not_locked_for_long() {
        int before = pace.rows();
        alone(20);
        assertThat(pace.rows()).isGreaterThan(before);
    }

    @Test
    void what_is_about_right_stays() {
        int before = pace.rows();
        alone(620);
        assertThat(pace.rows()).isEqualTo(before);
    }

    @Test
    void a_batch_that_took_too_long_is_followed_by_a_smaller_one() {
        int before = pace.rows();
        alone(1_200);
        assertThat(pace.rows()).isEqualTo(before / 2);
    }

    @Test
    void once_another_has_written_batches_are_short() {
        int before = pace.rows();
        met(600);
        assertThat(pace.rows()).isEqualTo(before / 4);
    }

    @Test
    void they_stay_short_for_a_while_and_grow_again_when_nobody_else_writes() {
        met(150);
        int shortest = pace.rows();
        IntStream.range(0, 20).forEach(i -> alone(150));
        assertThat(pace.rows()).isEqualTo(shortest);
        IntStream.range(0, 60).forEach(i -> alone(150));
        assertThat(pace.rows()).isGreaterThan(shortest);
    }

    @Test
    void there_is_a_least_and_a_most() {
        IntStream.range(0, 50).forEach(i -> alone(0));
        assertThat(pace.rows()).isEqualTo(2_000);
        IntStream.range(0, 50).forEach(i -> alone(5_000));
        assertThat(pace.rows()).isEqualTo(50);
    }

    private void alone(long millis) {
        pace.took(Duration.ofMillis(millis).toNanos(), false);
    }

    private void met(long millis) {
        pace.took(Duration.ofMillis(millis).toNanos(), true);
    }
}
