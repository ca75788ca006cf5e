package org.casus.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryQueueTest {

    private static List<String> startAll(QueryQueue<String> queue) {
        List<String> started = new ArrayList<>();
        for (Optional<String> next = queue.start(); next.isPresent(); next = queue.start()) {
            started.add(next.get());
        }
        return started;
    }

    /** All that wait, in the order in which they start when each ends before the next. */
    private static List<String> runAll(QueryQueue<String> queue) {
        List<String> run = new ArrayList<>();
        for (Optional<String> next = queue.start(); next.isPresent(); next = queue.start()) {
            run.add(next.get());
            queue.end();
        }
        return run;
    }

    @Test
    void no_more_run_at_once_than_there_are_slots() {
        QueryQueue<String> queue = new QueryQueue<>(2, 10);
        List.of("1", "2", "3").forEach(query -> queue.add("a", query));
        assertThat(startAll(queue)).containsExactly("1", "2");
        assertThat(queue.start()).isEmpty();
        queue.end();
        assertThat(queue.start()).contains("3");
        queue.end();
        queue.end();
        assertThat(queue.start()).isEmpty();
    }

    @Test
    void clients_take_turns_and_each_ones_queries_stay_in_order() {
        QueryQueue<String> queue = new QueryQueue<>(1, 10);
        List.of("a1", "a2", "a3").forEach(query -> queue.add("a", query));
        List.of("b1", "b2").forEach(query -> queue.add("b", query));
        queue.add("c", "c1");
        assertThat(runAll(queue)).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
    }

    @Test
    void a_full_queue_refuses_the_query_that_comes() {
        QueryQueue<String> queue = new QueryQueue<>(1, 2);
        assertThat(queue.add("a", "a1")).isEmpty();
        assertThat(queue.add("a", "a2")).isEmpty();
        assertThat(queue.add("a", "a3")).contains("a3");
        assertThat(runAll(queue)).containsExactly("a1", "a2");
    }

    @Test
    void in_a_full_queue_the_client_that_has_most_gives_way_to_one_that_has_less() {
        QueryQueue<String> queue = new QueryQueue<>(1, 3);
        List.of("a1", "a2", "a3").forEach(query -> queue.add("a", query));
        assertThat(queue.add("b", "b1")).contains("a3");
        assertThat(queue.add("b", "b2")).contains("b2");
        assertThat(runAll(queue)).containsExactly("a1", "b1", "a2");
    }

    @Test
    void what_was_removed_does_not_run_and_leaves_its_place() {
        QueryQueue<String> queue = new QueryQueue<>(1, 2);
        queue.add("a", "a1");
        queue.add("b", "b1");
        assertThat(queue.remove("a", "a1")).isTrue();
        assertThat(queue.remove("a", "a1")).isFalse();
        assertThat(queue.add("a", "a2")).isEmpty();
        assertThat(runAll(queue)).containsExactly("b1", "a2");
        assertThat(queue.remove("b", "b1")).isFalse();
    }
}
