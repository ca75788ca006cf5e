package org.casus.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casus.HttpSuite;
import org.casus.http.Limits;
import org.casus.query.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others see while all threads for costly queries are taken. */
@QuarkusTest
class QueryExecutorTest extends HttpSuite {

    private static final List<String> COSTLY = List.of("/events/counts?by=type", "/events/clusters?zoom=1",
            "/events/moore-prague-speech/graph", "/events?q=spee*", "/collections/events/items?filter=title%20LIKE%20%27%25x%25%27");

    @Inject
    QueryExecutor executor;
    @Inject
    Limits limits;

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Future<?>> submitted = new ArrayList<>();

    private jakarta.ws.rs.core.Response await() {
        try {
            over.await(60, TimeUnit.SECONDS);
            return jakarta.ws.rs.core.Response.noContent().build();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Queries of somebody else that run until the test is over. */
    private void occupy() {
        int threads = limits.queries().orElse(Runtime.getRuntime().availableProcessors());
        CountDownLatch running = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            submit("others", Duration.ofMinutes(1), () -> {
                running.countDown();
                return await();
            });
        }
        try {
            assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void submit(String client, Duration most, Supplier<jakarta.ws.rs.core.Response> query) {
        submitted.add(executor.submit(QueryClass.COSTLY, client, Deadline.in(most), query));
    }

    @AfterEach
    void release() throws Exception {
        over.countDown();
        Future.join(submitted).otherwiseEmpty().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void costly_queries_that_cannot_begin_in_time_are_refused_and_others_are_to_blame() {
        occupy();
        Stream<CompletableFuture<Response>> asked = COSTLY.stream().map(path -> CompletableFuture.supplyAsync(() -> reader().get(path)));
        asked.toList().stream().map(CompletableFuture::join).forEach(answer -> answer.then().statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("type", equalTo("/problems/unavailable"))
                .body("detail", allOf(containsString("could not begin within 2500 ms"), containsString("try again"))));
    }

    @Test
    void quick_reads_pages_and_writes_go_on_meanwhile() {
        occupy();
        for (String path : List.of("/events/moore-prague-speech", "/events", "/events?type=speech&limit=1000", "/events?q=speech", "/events?sort=-fatalities", "/events?f=csv",
                "/collections/events/items?bbox=0,0,60,60", "/actors", "/statements",
                "/changes", "/collections", "/collections/events/items/moore-prague-speech")) {
            reader().get(path).then().statusCode(200);
        }
        String path = "/actors/" + actor("Meanwhile");
        reader().get(path).then().statusCode(200);
    }

    @Test
    void what_a_client_has_needs_no_turn() {
        String tag = reader().get("/events/counts?by=type").header("ETag");
        occupy();
        reader().header("If-None-Match", tag).get("/events/counts?by=type").then().statusCode(304);
    }

    @Test
    void costly_queries_are_answered_when_it_is_their_turn() {
        occupy();
        CompletableFuture<Response> asked = CompletableFuture.supplyAsync(() -> reader().get(COSTLY.get(0)));
        over.countDown();
        asked.join().then().statusCode(200);
    }

    /** A query that may wait for longer than a test takes. */
    @Singleton
    static class PatientQuery {

        void route(@Observes Router router, QueryExecutor executor) {
            router.get("/patient-query").handler(context -> executor.submit(QueryClass.COSTLY, context, Deadline.in(Duration.ofHours(1)),
                    () -> jakarta.ws.rs.core.Response.noContent().build()));
        }
    }

    @Test
    void a_query_whose_client_leaves_waits_no_longer() throws Exception {
        occupy();
        try (Socket leaving = new Socket("localhost", RestAssured.port)) {
            leaving.getOutputStream().write("GET /patient-query HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            awaitWaiting(1);
        }
        awaitWaiting(0);
    }

    private void awaitWaiting(int queries) throws InterruptedException {
        for (int i = 0; i < 600 && executor.waiting(QueryClass.COSTLY) != queries; i++) {
            Thread.sleep(50);
        }
        assertThat(executor.waiting(QueryClass.COSTLY)).isEqualTo(queries);
    }

    @Test
    void what_begins_nowhere_else_searches_where_it_is() {
        assertThatCode(() -> EventLoopDispatch.query(QueryClass.COSTLY)).doesNotThrowAnyException();
    }

    @Test
    void a_full_queue_refuses_at_once() {
        occupy();
        for (int i = 0; i < limits.queuedQueries(); i++) {
            submit("client-" + i, Duration.ofMinutes(1), this::await);
        }
        reader().get(COSTLY.get(0)).then().statusCode(503).header("Retry-After", equalTo("5"))
                .body("detail", containsString(limits.queuedQueries() + " wait already"));
    }
}
