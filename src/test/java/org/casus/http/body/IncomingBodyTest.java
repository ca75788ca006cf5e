package org.casus.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.http.Limits;
import org.junit.jupiter.api.Test;

class IncomingBodyTest {

    private final List<String> called = new ArrayList<>();

    @Test
    void a_body_of_a_connection_that_is_closed_already_cancels_no_timer_of_others() {
        HttpServerResponse response = answering(HttpServerResponse.class, Map.of("closed", true));
        HttpServerRequest request = answering(HttpServerRequest.class, Map.of("response", response));
        Limits limits = answering(Limits.class, Map.of("sending", Duration.ofSeconds(30), "body", 1024));

        Future<Buffer> body = new IncomingBody(request, answering(Vertx.class, Map.of()), null, limits).read();

        assertThat(body.failed()).isTrue();
        assertThat(called).doesNotContain("cancelTimer");
    }

    private <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            called.add(method.getName());
            return answers.getOrDefault(method.getName(), method.getReturnType() == boolean.class ? false : null);
        }));
    }
}
