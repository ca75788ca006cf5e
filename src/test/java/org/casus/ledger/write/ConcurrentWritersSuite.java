package org.casus.ledger.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.casus.TestClient;
import org.casus.TestClient.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sixteen clients that write at once, over HTTP. */
abstract class ConcurrentWritersSuite {

    private static final int WRITERS = 16;
    private static final int ROUNDS = 5;
    private static final int SERVED_LATER = 503;

    private TestClient testClient;

    @BeforeEach
    void connect() {
        testClient = new TestClient();
    }

    @Test
    void writers_at_once_leave_no_gap_lose_no_update_and_see_what_they_wrote() throws InterruptedException {
        assertThat(testClient.put("/events/counter", event("Counter", 0), null).status()).isEqualTo(201);
        long before = testClient.get("/").json().path("revision").longValue();
        AtomicBoolean done = new AtomicBoolean();
        List<Long> polled = new ArrayList<>();
        Thread follower = new Thread(() -> poll(before, done, polled), "follower");
        follower.start();

        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String name = "writer-" + i;
            writers.add(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    comeAndGo(name + "-" + round, round % 2 == 0);
                    increment();
                }
                return null;
            });
        }
        ConcurrentWriters.atOnce(writers);
        done.set(true);
        follower.join();

        long after = testClient.get("/").json().path("revision").longValue();
        int writes = WRITERS * ROUNDS * 2 + WRITERS * (ROUNDS / 2 + ROUNDS % 2);
        assertThat(best(testClient.get("/events/counter"))).isEqualTo(WRITERS * ROUNDS);
        assertThat(after - before).as("a revision for each write").isEqualTo(writes);
        List<JsonNode> all = changes(0);
        assertThat(all).extracting(change -> change.path("revision").longValue())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, after).boxed().toList());
        assertThat(all).extracting(change -> Instant.parse(change.path("recordedAt").textValue())).isSorted();
        assertThat(polled).as("what a follower saw, in the order in which it saw it")
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, after).boxed().toList());
    }

    /** Creates, reads, and may delete and read again. */
    private void comeAndGo(String id, boolean go) {
        Reply created = patiently(() -> testClient.put("/events/" + id, event(id, 1), null));
        assertThat(created.status()).isEqualTo(201);
        assertThat(testClient.get("/events/" + id).text()).isEqualTo(created.text());
        if (go) {
            assertThat(patiently(() -> testClient.delete("/events/" + id + "?reason=test", created.tag())).status()).isEqualTo(204);
            assertThat(testClient.get("/events/" + id).status()).isEqualTo(410);
        }
    }

    private void increment() {
        while (true) {
            Reply read = testClient.get("/events/counter");
            int next = best(read) + 1;
            Reply written = patiently(() -> testClient.patch(
                    "/events/counter", "{\"fatalities\":{\"best\":" + next + "}}", read.tag()));
            if (written.status() == 200) {
                assertThat(best(testClient.get("/events/counter"))).isGreaterThanOrEqualTo(next);
                return;
            }
            assertThat(written.status()).as(written.text()).isEqualTo(412);
        }
    }

    /** 503 says that nothing was changed and that one may try again. */
    private static Reply patiently(Callable<Reply> write) {
        try {
            for (int tries = 0; tries < 20; tries++) {
                Reply reply = write.call();
                if (reply.status() != SERVED_LATER) {
                    return reply;
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("503 twenty times");
    }

    private void poll(long from, AtomicBoolean done, List<Long> seen) {
        long last = from;
        while (true) {
            boolean end = done.get();
            JsonNode page = testClient.get("/changes?limit=7&after=" + last).json();
            page.path("items").forEach(change -> seen.add(change.path("revision").longValue()));
            if (end && page.path("items").isEmpty()) {
                return;
            }
            last = seen.isEmpty() ? from : seen.get(seen.size() - 1);
        }
    }

    private List<JsonNode> changes(long from) {
        List<JsonNode> all = new ArrayList<>();
        for (String link = "/changes?limit=1000&after=" + from; link != null; ) {
            JsonNode page = testClient.get(link).json();
            page.path("items").forEach(all::add);
            link = page.path("links").path("next").textValue();
        }
        return all;
    }

    @Test
    void of_those_who_create_the_same_at_once_one_does() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            String body = event("Same", 0).replace("{\"type\"", "{\"id\":\"same-" + round + "\",\"type\"");
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                writers.add(() -> patiently(() -> testClient.post("/events", body)).status());
            }
            assertThat(ConcurrentWriters.atOnce(writers)).containsOnlyOnce(201).containsOnly(201, 409);
        }
    }

    private static String event(String title, int best) {
        return "{\"type\":\"speech\",\"title\":\"" + title + "\",\"when\":\"2023\",\"fatalities\":{\"best\":" + best + "}}";
    }

    private static int best(Reply event) {
        return event.json().path("fatalities").path("best").intValue();
    }
}
