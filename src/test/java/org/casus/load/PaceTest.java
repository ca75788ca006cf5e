package org.casus.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void batches_grow_while_nobody_waits_long() {
        int before = pace.rows();
        pace.took(Duration.ofMillis(20).toNanos());
        assertThat(pace.rows()).isGreaterThan(before);
    }

    @Test
    void a_batch_that_kept_others_waiting_is_followed_by_half_of_it() {
        int before = pace.rows();
        pace.took(Duration.ofMillis(400).toNanos());
        assertThat(pace.rows()).isEqualTo(before / 2);
    }

    @Test
    void what_is_about_right_stays() {
        int before = pace.rows();
        pace.took(Duration.ofMillis(170).toNanos());
        assertThat(pace.rows()).isEqualTo(before);
    }

    @Test
    void there_is_a_least_and_a_most() {
        IntStream.range(0, 50).forEach(i -> pace.took(0));
        assertThat(pace.rows()).isEqualTo(1_000);
        IntStream.range(0, 50).forEach(i -> pace.took(Duration.ofSeconds(1).toNanos()));
        assertThat(pace.rows()).isEqualTo(50);
    }
}
