package org.casus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.LockTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.casus.http.problem.Problem;
import org.junit.jupiter.api.Test;

class StartupRetryTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void a_lock_that_others_hold_is_waited_for() {
        assertThat(StartupRetry.write(() -> switch (tries.incrementAndGet()) {
            case 1 -> throw new LockTimeoutException("others have it");
            case 2 -> throw Problem.unavailable("others have it", 1);
            default -> "written";
        }, LONG, AT_ONCE)).isEqualTo("written");
        assertThat(tries).hasValue(3);
    }

    @Test
    void it_is_not_waited_for_without_end() {
        assertThatThrownBy(() -> StartupRetry.write(this::locked, AT_ONCE, AT_ONCE)).isInstanceOf(LockTimeoutException.class);
        assertThat(tries).hasPositiveValue();
    }

    private Object locked() {
        tries.incrementAndGet();
        throw new LockTimeoutException("others have it");
    }

    @Test
    void a_fault_ends_the_start_at_once() {
        assertThatThrownBy(() -> StartupRetry.write(() -> {
            tries.incrementAndGet();
            throw new IllegalStateException("ours");
        }, LONG, AT_ONCE)).isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(1);
    }
}
