package org.casus.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchSizerTest {

    private final BatchSizer batchSizer = new BatchSizer(Duration.ofMillis(250));

    @Test
    void batches_grow_while_the_ledger_is_not_locked_for_long() {
        int before = batchSizer.rows();
        took(20);
        assertThat(batchSizer.rows()).isGreaterThan(before);
    }

    @Test
    void what_is_about_right_stays() {
        int before = batchSizer.rows();
        took(260);
        assertThat(batchSizer.rows()).isEqualTo(before);
    }

    @Test
    void a_batch_that_took_too_long_is_followed_by_a_smaller_one() {
        int before = batchSizer.rows();
        took(500);
        assertThat(batchSizer.rows()).isEqualTo(before / 2);
    }

    @Test
    void there_is_a_least_and_a_most() {
        IntStream.range(0, 50).forEach(i -> took(0));
        assertThat(batchSizer.rows()).isEqualTo(500);
        IntStream.range(0, 50).forEach(i -> took(5_000));
        assertThat(batchSizer.rows()).isEqualTo(50);
    }

    private void took(long millis) {
        batchSizer.took(Duration.ofMillis(millis).toNanos());
    }
}
