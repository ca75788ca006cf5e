package org.casus.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.casus.HttpSuite;
import org.casus.render.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole lists, streamed. */
abstract class ExportSuite extends HttpSuite {

    private static String text(Response response) {
        return new String(response.then().statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    @Test
    void an_export_is_what_a_walk_shows() {
        StringBuilder walked = new StringBuilder();
        String path = "/events?limit=3&f=ndjson&asOf=" + head();
        String asOf = path.substring(path.indexOf("asOf="));
        while (path != null) {
            Response page = reader().get(path);
            walked.append(text(page));
            String link = page.header("Link");
            path = link.contains("rel=\"next\"") ? link.replaceAll("(?s).*<([^>]*)>; rel=\"next\".*", "$1") : null;
        }
        assertThat(text(reader().get("/events?all=true&f=ndjson&" + asOf))).isEqualTo(walked.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "csv", "geojson"})
    void an_export_as_of_a_revision_says_its_digest_and_its_manifest_says_the_same(String f) throws Exception {
        long revision = head();
        String url = "/events?all=true&asOf=" + revision + "&f=" + f;
        byte[] first = identity(url);
        create("/events/" + unique("later"), event("Later", "2031-01-01", ""));
        byte[] again = identity(url);
        assertThat(again).isEqualTo(first);
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(first)) + ":";
        assertThat(plain(url).headers().firstValue("Repr-Digest")).contains(digest);
        Response manifest = reader().get("/events?f=manifest&of=" + f + "&asOf=" + revision);
        manifest.then().statusCode(200).body("sha256", equalTo(HexFormat.of().formatHex(sha256(first))))
                .body("bytes", equalTo(first.length)).body("format", equalTo(f)).body("representation", equalTo(Format.REPRESENTATION))
                .body("rows", equalTo(reader().get("/events?limit=1&asOf=" + revision).jsonPath().getInt("total")));
        assertThat(identity(manifest.jsonPath().getString("query"))).isEqualTo(first);
    }

    private static byte[] identity(String url) throws Exception {
        HttpResponse<byte[]> response = plain(url);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** An answer as it is, without content coding. */
    private static HttpResponse<byte[]> plain(String url) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + url))
                .build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void a_manifest_is_right_before_anyone_has_exported() throws Exception {
        String tag = unique("manifest");
        create("/events/" + unique("one"), event("One", "2024", ", \"tags\": [\"" + tag + "\"]"));
        Response manifest = reader().get("/events?f=manifest&tag=" + tag);
        manifest.then().statusCode(200).body("rows", equalTo(1)).body("format", equalTo("ndjson")).body("software", notNullValue());
        byte[] export = identity(manifest.jsonPath().getString("query"));
        assertThat(manifest.jsonPath().getString("sha256")).isEqualTo(HexFormat.of().formatHex(sha256(export)));
    }

    @Test
    void a_first_export_tells_its_digest_at_its_end() throws Exception {
        String tag = unique("trailer");
        create("/events/" + unique("one"), event("One", "2024", ", \"tags\": [\"" + tag + "\"]"));
        String answer = raw("/events?all=true&f=ndjson&tag=" + tag + "&asOf=" + head());
        assertThat(answer).containsIgnoringCase("trailer: Repr-Digest\r\n");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        String line = body.substring(body.indexOf("\r\n") + 2, body.indexOf("\n\r\n") + 1);
        assertThat(body).containsIgnoringCase("0\r\nRepr-Digest: sha-256=:"
                + Base64.getEncoder().encodeToString(sha256(line.getBytes(StandardCharsets.UTF_8))) + ":\r\n\r\n");
    }

    /** An answer as it comes over the wire. */
    private static String raw(String path) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void pages_and_items_as_of_a_revision_say_their_digest() throws Exception {
        for (String path : List.of("/events?limit=2&asOf=169", "/events/moore-prague-speech?asOf=169", "/actors?f=csv&asOf=169")) {
            HttpResponse<byte[]> response = plain(path);
            String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(response.body())) + ":";
            assertThat(response.headers().firstValue("Repr-Digest")).contains(digest);
            reader().header("Accept-Encoding", "gzip").get(path).then().statusCode(200)
                    .header("Unencoded-Digest", equalTo(digest));
        }
    }

    @Test
    void what_does_not_go_with_the_whole_list_is_refused() {
        reader().get("/events?all=true").then().statusCode(400).body("detail", containsString("ndjson, csv"));
        reader().get("/actors?all=true&f=jsonld").then().statusCode(400);
        reader().get("/events?all=true&f=csv&limit=5").then().statusCode(400).body("errors[0].parameter", equalTo("limit"));
        reader().get("/events?all=yes&f=csv").then().statusCode(400).body("errors[0].parameter", equalTo("all"));
        reader().get("/events?of=csv").then().statusCode(400).body("errors[0].parameter", equalTo("of"));
        reader().get("/events?f=manifest&of=json").then().statusCode(400).body("errors[0].parameter", equalTo("of"));
        reader().get("/events?all=true&f=csv&actor=russai").then().statusCode(400).body("detail", containsString("russia"));
        reader().get("/actors/mi6?all=true").then().statusCode(400);
    }

    @Test
    void head_of_an_export_has_its_headers_and_gives_its_place_back() {
        for (int i = 0; i < 10; i++) {
            reader().head("/events?all=true&f=csv").then().statusCode(200)
                    .header("Content-Disposition", containsString("events.csv"));
        }
    }

    @Test
    void clients_that_take_nothing_are_dropped_and_more_than_there_are_places_for_come_again() throws Exception {
        String tag = unique("heavy");
        String text = "Слово".repeat(1990);
        for (int i = 0; i < 500; i++) {
            create("/events/" + tag + "-" + i, event("Heavy", "2024", ", \"tags\": [\"" + tag + "\"], \"summary\": \"" + text + "\""));
        }
        String path = "/events?all=true&f=ndjson&tag=" + tag;
        List<Socket> idle = new ArrayList<>();
        try {
            idle.add(stalled(path));
            idle.add(stalled(path));
            Response third = reader().get(path);
            third.then().statusCode(503).header("Retry-After", notNullValue());
            awaitPlace(path);
            assertThat(text(reader().get(path)).lines().count()).isEqualTo(500);
            assertThat(taken(idle.get(0))).isLessThan(500L * text.length());
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void who_goes_away_gives_the_place_back() throws Exception {
        for (int i = 0; i < 6; i++) {
            stalled("/events?all=true&f=ndjson").close();
        }
        awaitPlace("/events?all=true&f=csv");
    }

    @Test
    void who_goes_away_at_once_gives_the_place_back() throws Exception {
        for (int i = 0; i < 400; i++) {
            Socket socket = new Socket("localhost", RestAssured.port);
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(((i % 2 == 0 ? "GET" : "HEAD") + " /events?all=true&f=ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(i % 4, 250_000 * (i % 3));
            socket.close();
        }
        awaitPlace("/events?all=true&f=csv");
        List<Socket> both = new ArrayList<>();
        // all places are there, and not only one
        for (int i = 0; i < 2; i++) {
            both.add(stalled("/events?all=true&f=ndjson"));
        }
        for (Socket socket : both) {
            socket.close();
        }
    }

    @Test
    void an_export_of_codes_is_what_its_manifest_says_in_every_format() throws Exception {
        for (String f : List.of("ndjson", "csv", "geojson")) {
            String question = "type=cameo:01&asOf=169";
            JsonPath manifest = reader().get("/events?f=manifest&of=" + f + "&" + question).jsonPath();
            byte[] export = identity("/events?all=true&f=" + f + "&" + question);
            assertThat(manifest.getLong("bytes")).as(f).isEqualTo(export.length);
            assertThat(manifest.getString("sha256")).as(f).isEqualTo(HexFormat.of().formatHex(sha256(export)));
        }
    }

    /** Until an export is let in again: a busy machine takes its time to notice who is gone. */
    private static void awaitPlace(String path) throws InterruptedException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (reader().head(path).statusCode() == 503 && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        reader().head(path).then().statusCode(200);
    }

    /** A client that asks, sees the beginning, and then takes nothing. */
    private static Socket stalled(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }

    private static long taken(Socket socket) throws IOException {
        long taken = 0;
        try (InputStream in = socket.getInputStream()) {
            byte[] piece = new byte[1 << 16];
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                taken += read;
            }
        } catch (IOException e) {
            // the connection was reset, as it should be
        }
        return taken;
    }
}
