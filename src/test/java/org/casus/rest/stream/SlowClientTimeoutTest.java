package org.casus.rest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.casus.http.Limits;
import org.junit.jupiter.api.Test;

class SlowClientTimeoutTest {

    private final Semaphore permits = new Semaphore(0);
    private final SlowClientTimeout slowClientTimeout = new SlowClientTimeout(Duration.ofSeconds(2));

    @Test
    void a_client_that_takes_nothing_is_waited_for_in_vain() throws InterruptedException {
        assertThat(new SlowClientTimeout(Duration.ofMillis(1)).acquire(permits)).isFalse();
    }

    @Test
    void a_client_that_takes_a_little_now_and_then_uses_it_up() throws InterruptedException {
        takesAfterAWhile();
        assertThat(slowClientTimeout.acquire(permits)).isTrue();
        takesAfterAWhile();
        assertThat(slowClientTimeout.acquire(permits)).isFalse();
    }

    @Test
    void a_client_that_takes_enough_is_waited_for_again() throws InterruptedException {
        takesAfterAWhile();
        assertThat(slowClientTimeout.acquire(permits)).isTrue();
        slowClientTimeout.earn(10L * Limits.SLOWEST_EXPORT);
        takesAfterAWhile();
        assertThat(slowClientTimeout.acquire(permits)).isTrue();
    }

    private void takesAfterAWhile() {
        CompletableFuture.delayedExecutor(1_200, TimeUnit.MILLISECONDS).execute(permits::release);
    }
}
