package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final AtomicLong clock = new AtomicLong(-1_000_000_000L);
    private final Deadline deadline = new Deadline(Duration.ofSeconds(5), clock::get);

    private void pass(long millis) {
        clock.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void the_time_runs_while_a_query_waits_and_an_answer_that_comes_too_late_says_how_long_that_was() {
        pass(2_000);
        Problem problem = deadline.run(() -> {
            pass(2_999);
            assertThat(deadline.hasPassed()).isFalse();
            pass(1);
            assertThat(deadline.hasPassed()).isTrue();
            return deadline.exceeded("a shorter time");
        });
        assertThat(problem.type()).isEqualTo(ProblemType.TOO_COSTLY);
        assertThat(problem.getMessage()).contains("longer than 5000 ms", "2000 of them it waited", "a shorter time", "try again later");
        assertThat(problem.headers()).containsEntry("Retry-After", "5");
    }

    @Test
    void a_query_that_ran_at_once_has_itself_to_blame() {
        Problem problem = deadline.run(() -> {
            pass(6_000);
            return deadline.exceeded("a shorter time");
        });
        assertThat(problem.getMessage()).isEqualTo("the answer takes longer than 5000 ms; ask for less: a shorter time");
        assertThat(problem.headers()).isEmpty();
    }

    @Test
    void a_query_waits_at_most_half_of_its_time() {
        assertThat(deadline.longestWait()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(deadline.overdue().type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(deadline.overdue().getMessage()).contains("2500 ms");
    }

    @Test
    void a_thread_carries_the_deadline_while_it_runs_the_query() {
        assertThat(Deadline.current()).isEmpty();
        deadline.run(() -> assertThat(Deadline.current()).containsSame(deadline));
        assertThat(Deadline.current()).isEmpty();
    }
}
