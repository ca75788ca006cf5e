package org.casus.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.casus.HttpSuite;
import org.casus.http.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that break the rules of HTTP itself, or bring too much. */
abstract class FramingCheckSuite extends HttpSuite {

    private static final String KEY = "Authorization: Bearer " + ADMIN + "\r\n";

    @Test
    void a_body_that_says_it_is_too_large_is_not_read() {
        writer().contentType("application/json").body("{\"title\": \"" + "x".repeat(300_000) + "\"}").post("/events")
                .then().statusCode(413).contentType("application/problem+json")
                .body("type", equalTo("/problems/payload-too-large")).body("detail", containsString("262144"));
    }

    @Test
    void a_body_that_does_not_say_how_large_it_is_is_read_to_the_limit() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/events"))
                .header("Authorization", "Bearer " + ADMIN).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                        ("{\"title\": \"" + "x".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8))))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("/problems/payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "["})
    @Timeout(60)
    void an_endless_body_is_stopped_whatever_it_begins_with(String filling) throws Exception {
        byte[] chunk = ("2000\r\n" + filling.repeat(0x2000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        boolean stopped = false;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /events HTTP/1.1\r\nHost: localhost\r\n" + KEY + "Content-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            try {
                while (System.nanoTime() < end) {
                    out.write(chunk);
                }
            } catch (SocketException e) {
                stopped = true;
            }
        }
        assertThat(stopped).as("the server went on taking it").isTrue();
        reader().get("/").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "chunked, identity", "xchunked"})
    void an_unknown_transfer_encoding_is_refused_and_nothing_after_it_is_a_request(String encoding) throws Exception {
        String heard = RawConnection.say("POST /events HTTP/1.1\r\nHost: localhost\r\n" + KEY + "Content-Type: application/json\r\n"
                + "Transfer-Encoding: " + encoding + "\r\n\r\nGET /events/moore-prague-speech HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(heard).startsWith("HTTP/1.1 400 ").doesNotContain("British Embassy");
        assertThat(RawConnection.answersIn(heard)).isEqualTo(1);
    }

    @Test
    void a_length_and_an_encoding_together_smuggle_nothing() throws Exception {
        String heard = RawConnection.say("POST /events HTTP/1.1\r\nHost: localhost\r\n" + KEY + "Content-Type: application/json\r\n"
                + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + "GET /events/moore-prague-speech HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(heard).startsWith("HTTP/1.1 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1, 2", "99999999999999999999"})
    void a_length_that_is_none_is_refused(String length) throws Exception {
        String heard = RawConnection.say("POST /events HTTP/1.1\r\nHost: localhost\r\n" + KEY + "Content-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n\r\n{}");
        assertThat(heard).matches("(?s)HTTP/1\\.1 4(00|13) .*").contains("/problems/");
        assertThat(RawConnection.answersIn(heard)).isEqualTo(1);
    }

    @Test
    void a_url_without_end_is_refused_as_a_problem() throws Exception {
        String heard = RawConnection.say("GET /events?q=" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(heard).startsWith("HTTP/1.1 414 ").doesNotContain("<html");
        assertThat(heard.toLowerCase()).contains("application/problem+json");
        assertThat(heard).contains("/problems/uri-too-long");
    }

    @Test
    void a_host_that_is_none_is_a_problem() throws Exception {
        String heard = RawConnection.say("GET /events HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n");
        assertThat(heard).startsWith("HTTP/1.1 400 ").containsIgnoringCase("application/problem+json").contains("/problems/");
    }

    @Test
    void headers_without_end_are_refused() throws Exception {
        String heard = RawConnection.say("GET /events HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n");
        assertThat(heard).startsWith("HTTP/1.1 431 ").contains("/problems/headers-too-large");
    }

    @Test
    void a_long_value_of_a_parameter_is_a_problem() {
        reader().get("/events?q=" + "a".repeat(5_000)).then().statusCode(400)
                .body("errors.parameter", contains("q")).body("errors.code", contains("size"));
        reader().get("/events?tag=" + "a,".repeat(101) + "a").then().statusCode(400)
                .body("errors.parameter", contains("tag")).body("errors.code", contains("size"));
    }

    @Test
    void what_a_request_says_of_its_host_is_never_repeated() throws Exception {
        String id = unique("hosted");
        String body = "{\"name\": \"Hosted\", \"kind\": \"group\", \"id\": \"" + id + "\"}";
        String heard = RawConnection.say("POST /actors HTTP/1.1\r\nHost: maps.example.org\r\nX-Forwarded-Host: evil.example\r\n"
                + "Forwarded: host=evil.example\r\nConnection: close\r\n" + KEY + "Content-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        assertThat(heard).startsWith("HTTP/1.1 201 ").contains("/actors/" + id).doesNotContain(".example");
        heard = RawConnection.say("GET /events?limit=1 HTTP/1.1\r\nHost: maps.example.org\r\nConnection: close\r\n\r\n");
        assertThat(heard).startsWith("HTTP/1.1 200 ").doesNotContain(".example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/events/%ZZ", "/events?q=%", "/events?q=%E9", "/events/%00", "/events/..%2F..%2Fkeys",
        "//events", "/events//x", "/events/;a=b", "/events;x=1", "/%2e%2e/keys", "/events/%EF%BF%BF", "/EVENTS", "/keys/",
        "/events?%00=1", "/events?=1", "/events?&&", "/events/", "/changes/1"})
    void strange_urls_get_a_plain_answer(String path) throws Exception {
        String heard = RawConnection.say("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(heard).matches("(?s)HTTP/1\\.1 (200|301|308|400|401|404) .*").doesNotContain("<html")
                .doesNotContain("Exception");
        if (heard.startsWith("HTTP/1.1 4")) {
            assertThat(heard.toLowerCase()).contains("content-type: application/problem+json");
        }
    }
}
