package org.casus.rest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.casus.http.Limits;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Semaphore permits = new Semaphore(0);
    private final Patience patience = new Patience(Duration.ofSeconds(2));

    @Test
    void a_client_that_takes_nothing_is_waited_for_in_vain() throws InterruptedException {
        assertThat(new Patience(Duration.ofMillis(1)).acquire(permits)).isFalse();
    }

    @Test
    void a_client_that_takes_a_little_now_and_then_uses_it_up() throws InterruptedException {
        takesAfterAWhile();
        assertThat(patience.acquire(permits)).isTrue();
        takesAfterAWhile();
        assertThat(patience.acquire(permits)).isFalse();
    }

    @Test
    void a_client_that_takes_enough_is_waited_for_again() throws InterruptedException {
        takesAfterAWhile();
        assertThat(patience.acquire(permits)).isTrue();
        patience.earn(10L * Limits.SLOWEST_EXPORT);
        takesAfterAWhile();
        assertThat(patience.acquire(permits)).isTrue();
    }

    private void takesAfterAWhile() {
        CompletableFuture.delayedExecutor(1_200, TimeUnit.MILLISECONDS).execute(permits::release);
    }
}
