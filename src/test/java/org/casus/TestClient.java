package org.casus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A client of the application under test for tests that ask thousands of times, from many threads at once. */
public final class TestClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base = RestAssured.baseURI + ":" + RestAssured.port;

    /** What came back. */
    public record Reply(int status, byte[] body, String tag) {

        public JsonNode json() {
            return tree(text());
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** @param ifMatch the tag of the state to change; null to send none */
    public Reply put(String path, String body, String ifMatch) {
        return send(matching(ifMatch, request(path).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))));
    }

    public Reply post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    public Reply patch(String path, String body, String ifMatch) {
        return send(matching(ifMatch, request(path).header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(body))));
    }

    public Reply delete(String path, String ifMatch) {
        return send(matching(ifMatch, request(path).DELETE()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer the-key-of-the-tests-and-of-nothing-else");
    }

    private static HttpRequest.Builder matching(String tag, HttpRequest.Builder request) {
        return tag == null ? request : request.header("If-Match", tag);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.body(), response.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** JSON text as a tree. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
