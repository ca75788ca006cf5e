package org.casus.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.casus.HttpSuite;
import org.casus.http.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client gets wrong, it is told so by a problem; a fault of the server is none of its answers. */
@QuarkusTest
class MalformedRequestsTest extends HttpSuite {

    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
    private static final String KEY = "Authorization: Bearer " + ADMIN + "\r\n";

    private static void assertProblem(String request, int status) throws IOException {
        String heard = RawConnection.say(request);
        assertThat(heard).as(request.lines().findFirst().orElse("")).startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json").contains("\"detail\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", ":", "/", "a", ",", "*/*", "application/*", "\u00ff/\u00fe", "application/json, text/plain",
        "application/json;charset=\"", "application/json; charset=bogus", "application/json\r\nContent-Type: text/plain"})
    void a_content_type_that_says_nothing_plainly_is_415(String type) throws Exception {
        for (String target : List.of("POST /events", "PUT /events/x", "POST /keys")) {
            assertProblem(target + " HTTP/1.1\r\n" + HOST + KEY + "Content-Type: " + type + "\r\nContent-Length: 2\r\n\r\n{}", 415);
        }
    }

    @Test
    void a_file_needs_no_content_type_and_may_have_an_empty_one() throws Exception {
        assertProblem("PUT /imports HTTP/1.1\r\n" + HOST + KEY + "Content-Type:\r\nContent-Length: 2\r\n\r\n{}", 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%zz", "/events/%", "/events?q=%", "/events?q=%zz", "/%uFFFF", "/openapi?%", "/docs/%", "/keys/%",
        "/events?q=\u00c4\u0083", "/events/\u00c4\u0083", "/events?q=\u0080", "/events?q=a|b", "/events/{a}", "/events/\"a\"", "/events?q=<>",
        "/events/a^b", "/events/a`b", "/events?q=\\", "//", "/\u0001"})
    void a_url_that_cannot_be_read_is_a_problem_that_says_how_to_write_it(String url) throws Exception {
        for (String method : List.of("GET ", "PUT ", "OPTIONS ")) {
            assertProblem(method + url + " HTTP/1.1\r\n" + HOST + KEY + "\r\n", 400);
        }
        assertThat(RawConnection.say("GET " + url + " HTTP/1.1\r\n" + HOST + "\r\n")).contains("the URL cannot be read").contains("%25");
    }

    @ParameterizedTest
    @CsvSource({"events, 404", "*, 404", "x:y, 404", ":, 400", "http://[::1/events, 400", "http://a|b/, 400", "example.com:443, 404"})
    void what_is_no_path_is_a_problem(String target, int status) throws Exception {
        for (String method : List.of("GET", "OPTIONS", "CONNECT", "TRACE", "FOO")) {
            assertProblem(method + " " + target + " HTTP/1.1\r\n" + HOST + "\r\n", status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "FOO", "get", "PROPFIND", "QUERY", "PURGE"})
    void methods_that_are_none_of_ours_are_refused_and_with_a_key_they_are_405(String method) throws Exception {
        for (String path : List.of("/", "/events", "/events/x")) {
            assertProblem(method + " " + path + " HTTP/1.1\r\n" + HOST + "\r\n", 401);
            assertProblem(method + " " + path + " HTTP/1.1\r\n" + HOST + KEY + "\r\n", 405);
        }
    }

    @Test
    void a_request_that_cannot_be_parsed_is_a_problem() throws Exception {
        for (String request : List.of("GET /\r\n\r\n", "G(T / HTTP/1.1\r\n" + HOST + "\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nfoo\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nfoo : a\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nfoo: a\u0000b\r\n\r\n",
                "GET / HTTP/1.1\nHost: localhost\n\n", "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: a\r\n\r\n",
                "POST /imports HTTP/1.1\r\nHost: localhost\r\n" + KEY + "Content-Length: -1\r\n\r\n",
                "POST /imports HTTP/1.1\r\nHost: localhost\r\n" + KEY + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
                "POST /events HTTP/1.0\r\nHost: localhost\r\n" + KEY + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")) {
            assertProblem(request, 400);
        }
        assertProblem("GET /" + "a".repeat(70_000) + " HTTP/1.1\r\n" + HOST + "\r\n", 414);
        assertProblem("GET / HTTP/1.1\r\n" + HOST + "X-Long: " + "a".repeat(40_000) + "\r\n\r\n", 431);
        assertProblem("GET / HTTP/1.1\r\n" + HOST + "a: b\r\n".repeat(9_000) + "\r\n", 431);
        assertProblem("POST /imports HTTP/1.1\r\n" + HOST + KEY + "Content-Length: 99999999999999\r\n\r\n", 413);
    }

    @ParameterizedTest
    @CsvSource({"zz", "-2", "ffffffffffffffff", "2\\r\\n{}XX"})
    void chunks_that_are_none_are_a_problem(String chunk) throws Exception {
        String chunks = "Transfer-Encoding: chunked\r\n\r\n" + chunk.replace("\\r\\n", "\r\n") + "\r\n{}\r\n0\r\n\r\n";
        for (String path : List.of("/events", "/imports")) {
            assertProblem("POST " + path + " HTTP/1.1\r\n" + HOST + KEY + "Content-Type: application/json\r\n" + chunks, 400);
        }
    }

    @Test
    void uploads_that_broke_off_before_they_were_read_hold_no_place() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertProblem("PUT /imports HTTP/1.1\r\n" + HOST + KEY + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
        }
        // the server may learn of the last ones a moment later
        int status = 503;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (status == 503 && System.nanoTime() < end) {
            status = writer().body("no file of any layout").put("/imports").statusCode();
        }
        assertThat(status).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", ",", "/", "\"", "\u00ff\u00fe", "a/b;q=x", "*/*;q=-1", "application/json;=", "W/\"", "\"a", "-1",
        "99999999999999999999", "Bearer", "Basic !!!", "bytes=x-", "=;="})
    void no_value_of_a_header_is_a_fault_of_the_server(String value) throws Exception {
        for (String header : List.of("Accept", "If-Match", "If-None-Match", "Authorization", "Range", "Last-Event-ID", "Accept-Encoding",
                "Cookie", "Accept-Language", "Origin", "Content-Length", "Host", "Expect", "Upgrade")) {
            for (String path : List.of("/", "/events?limit=1", "/openapi", "/collections")) {
                String name = header.equals("Host") ? "Connection: close\r\n" : HOST;
                String heard = RawConnection.say("GET " + path + " HTTP/1.1\r\n" + name + header + ": " + value + "\r\n\r\n");
                assertThat(heard).as(path + " " + header + ": " + value).matches("(?s)HTTP/1\\.1 [234].*");
                if (heard.startsWith("HTTP/1.1 4")) {
                    assertThat(heard).containsIgnoringCase("content-type: application/problem+json").contains("\"detail\":");
                }
            }
        }
    }
}
