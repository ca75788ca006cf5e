package org.casus.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.casus.http.Limits;
import org.junit.jupiter.api.Test;

class MinimumRateTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final MinimumRate rate = new MinimumRate(Duration.ofSeconds(30));

    @Test
    void a_byte_a_second_is_too_slow_after_30_seconds() {
        for (int second = 0; second < 30; second++) {
            assertThat(rate.left()).isPositive();
            rate.record(SECOND, 1);
        }
        rate.record(SECOND, 1);
        assertThat(rate.left()).isNotPositive();
    }

    @Test
    void the_rate_itself_is_fast_enough_for_ever() {
        for (int second = 0; second < 100_000; second++) {
            rate.record(SECOND, Limits.SLOWEST_BODY);
        }
        assertThat(rate.left()).isPositive();
    }

    @Test
    void what_was_sent_fast_does_not_pay_for_a_long_pause_later() {
        rate.record(SECOND, 1L << 33);
        rate.record(31 * SECOND, 1);
        assertThat(rate.left()).isNotPositive();
        assertThat(rate.problem().type().status()).isEqualTo(408);
        assertThat(rate.problem()).hasMessageContaining("4096 bytes a second").hasMessageContaining("30 seconds");
    }
}
