package org.casus.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.casus.HttpSuite;
import org.casus.http.Limits;
import org.casus.http.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send slowly. In tests they may fall behind by casus.limits.sending=8s, and two files may be uploaded at once. */
@QuarkusTest
class SlowRequestsTest extends HttpSuite {

    private static final String KEY = "Authorization: Bearer " + ADMIN + "\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String EVENT = "POST /events HTTP/1.1\r\nHost: localhost\r\n" + KEY + JSON + "Content-Length: 200000\r\n\r\n";
    private static final String FILE = "PUT /imports HTTP/1.1\r\nHost: localhost\r\n" + KEY + "Content-Length: 200000\r\n\r\n";
    private static final int MORE_THAN_WORKER_THREADS = 210;
    private static final int WAIT_MILLIS = 200;
    private static final int MOST_WAITS = 200;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        sockets.add(socket);
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    @Timeout(60)
    void slow_bodies_do_not_stop_readers_and_writers() throws Exception {
        for (int i = 0; i < MORE_THAN_WORKER_THREADS; i++) {
            send(EVENT + "{");
        }
        ExecutorService trickle = Executors.newSingleThreadExecutor();
        try {
            trickle.execute(this::trickle);
            create("/actors/" + unique("prompt"), """
                    {"name": "Prompt", "kind": "group"}""");
            reader().get("/actors?limit=1").then().statusCode(200);
            writer().get("/keys").then().statusCode(200);
            assertThat(sockets).as("they are still being read").noneMatch(SlowRequestsTest::isAnswered);
        } finally {
            trickle.shutdownNow();
            trickle.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    /** Just fast enough not to be dropped. */
    private void trickle() {
        String spaces = " ".repeat(Limits.SLOWEST_BODY);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (Socket socket : sockets) {
                    send(socket, spaces);
                }
                Thread.sleep(500);
            }
        } catch (InterruptedException | IOException e) {
            // the test has ended
        }
    }

    @Test
    @Timeout(120)
    void requests_that_trickle_or_fall_silent_are_dropped_with_408() throws Exception {
        List<CompletableFuture<String>> heard = new ArrayList<>();
        ExecutorService clients = Executors.newCachedThreadPool();
        try {
            for (String begun : List.of(EVENT + "{", FILE + "{", "GET /events HTTP/1.1\r\nHost: localhost\r\nX: ")) {
                Socket trickling = send(begun);
                Socket silent = send(begun);
                heard.add(CompletableFuture.supplyAsync(() -> hearWhile(trickling, " "), clients));
                heard.add(CompletableFuture.supplyAsync(() -> hearWhile(silent, ""), clients));
            }
            for (CompletableFuture<String> answer : heard) {
                assertThat(answer.get()).startsWith("HTTP/1.1 408 ").containsIgnoringCase("Connection: close")
                        .contains("/problems/request-timeout");
            }
        } finally {
            clients.shutdownNow();
        }
        reader().get("/").then().statusCode(200);
    }

    private static String hearWhile(Socket socket, String sending) {
        try {
            for (int i = 0; i < MOST_WAITS && !isAnswered(socket); i++) {
                send(socket, sending);
                Thread.sleep(WAIT_MILLIS);
            }
            return RawConnection.hear(socket);
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }

    @Test
    @Timeout(60)
    void a_body_without_a_key_is_refused_before_it_comes() throws Exception {
        for (String begun : List.of(EVENT, FILE)) {
            String heard = RawConnection.hear(send(begun.replace(KEY, "")));
            assertThat(heard).startsWith("HTTP/1.1 401 ").contains("/problems/unauthorized");
        }
    }

    @Test
    @Timeout(60)
    void a_body_that_no_resource_takes_is_refused_before_it_comes() throws Exception {
        assertThat(RawConnection.hear(send(EVENT.replace("/events", "/nothing")))).startsWith("HTTP/1.1 404 ");
        assertThat(RawConnection.hear(send(EVENT.replace("POST", "PATCH")))).startsWith("HTTP/1.1 405 ");
        assertThat(RawConnection.hear(send(EVENT.replace("application/json", "text/plain")))).startsWith("HTTP/1.1 415 ");
    }

    @Test
    @Timeout(60)
    void more_uploads_than_may_be_are_told_to_come_again() throws Exception {
        Collection<Socket> uploads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            uploads.add(send(FILE + "{"));
        }
        while (uploads.stream().filter(SlowRequestsTest::isAnswered).count() < 3) {
            Thread.sleep(20);
        }
        for (Socket upload : uploads) {
            if (isAnswered(upload)) {
                assertThat(RawConnection.hear(upload)).startsWith("HTTP/1.1 503 ").containsIgnoringCase("Retry-After: ");
            }
        }
        close();
        int status = 503;
        while (status == 503) {
            Thread.sleep(20);
            status = writer().body("no file of any layout").put("/imports").statusCode();
        }
        assertThat(status).isEqualTo(422);
    }

    @Test
    @Timeout(60)
    void a_client_that_asks_first_is_told_to_go_on_and_keeps_its_connection() throws Exception {
        String id = unique("asked");
        String body = """
                {"name": "Asked", "kind": "group"}""";
        Socket socket = send("PUT /actors/" + id + " HTTP/1.1\r\nHost: localhost\r\n" + KEY + JSON + "Expect: 100-continue\r\nContent-Length: "
                + body.length() + "\r\n\r\n");
        byte[] go = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(socket.getInputStream().readNBytes(go.length)).isEqualTo(go);
        send(socket, body);
        while (!isAnswered(socket)) {
            Thread.sleep(20);
        }
        send(socket, "GET /actors/" + id + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String heard = RawConnection.hear(socket);
        assertThat(heard).startsWith("HTTP/1.1 201 ").contains("HTTP/1.1 200 ");
        assertThat(RawConnection.answersIn(heard)).isEqualTo(2);
    }
}
