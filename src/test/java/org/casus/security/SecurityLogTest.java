package org.casus.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines of the log that others may have a hand in. */
class SecurityLogTest {

    @Test
    void a_name_neither_begins_a_line_nor_ends_its_quotes_nor_turns_text_around() {
        String line = SecurityLog.line("key.made", "abc", "10.0.0.1\nkey.made", "name", "a\r\nb\" id=evil \\ \u2028\u202e\u001b[31m");
        assertThat(line).isEqualTo("key.made key=abc address=10.0.0.1\\u{a}key.made name=\"a\\u{d}\\u{a}b\\\" id=evil \\\\"
                + " \\u{2028}\\u{202e}\\u{1b}[31m\"");
    }

    @Test
    void long_text_is_cut_and_what_is_not_there_is_null() {
        assertThat(SecurityLog.line("import.taken", "-", "-", "id", 3L, "name", "x".repeat(1000), "dataset", null))
                .isEqualTo("import.taken key=- address=- id=3 name=\"" + "x".repeat(200) + "\" dataset=null");
    }

    @Test
    void nobody_fills_the_log_and_how_many_lines_were_left_out_is_told() {
        List<Runnable> timers = new ArrayList<>();
        List<Long> told = new ArrayList<>();
        LogRateLimit limit = new LogRateLimit(timing(timers), told::add);
        long ofOne = IntStream.range(0, 1000).filter(i -> limit.permits("one")).count();
        assertThat(ofOne).isEqualTo(LogRateLimit.OF_ADDRESS);
        assertThat(limit.permits("other")).isTrue();
        long ofMany = IntStream.range(0, 1000).filter(i -> limit.permits("address " + i)).count();
        assertThat(ofOne + 1 + ofMany).isEqualTo(LogRateLimit.OF_ALL);
        assertThat(timers).hasSize(1);
        timers.get(0).run();
        assertThat(told).containsExactly(980 + 1000 - ofMany);
        assertThat(limit.permits("one")).isTrue();
    }

    /** Notes timers and lets the test run them. */
    private static Vertx timing(List<Runnable> timers) {
        return (Vertx) Proxy.newProxyInstance(Vertx.class.getClassLoader(), new Class<?>[] {Vertx.class}, (proxy, method, arguments) -> {
            if (!method.getName().equals("setTimer")) {
                throw new UnsupportedOperationException(method.getName());
            }
            @SuppressWarnings("unchecked")
            io.vertx.core.Handler<Long> handler = (io.vertx.core.Handler<Long>) arguments[1];
            timers.add(() -> handler.handle(1L));
            return 1L;
        });
    }
}
