package org.casus.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as a proxy sends them that serves Casus below a path of its own and takes that path away. */
@QuarkusTest
@TestProfile(ProxyTest.TrustedProxy.class)
class ProxyTest extends HttpSuite {

    /** What is heeded where an operator says so, and nowhere else. */
    public static class TrustedProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.proxy-address-forwarding", "true", "quarkus.http.proxy.enable-forwarded-prefix", "true",
                    "quarkus.http.proxy.enable-forwarded-host", "true", "quarkus.http.proxy.trusted-proxies", "127.0.0.1,::1");
        }
    }

    private static final String PREFIX = "/maps/casus";
    private static final int MOST_FOLLOWED = 300;
    private static final Pattern IN_HEADER = Pattern.compile("<([^>]*)>");

    /** Without a look at the contract: it does not describe itself, and lists the types of problems as they are where no prefix is. */
    private static RequestSpecification below(String prefix) {
        return given().urlEncodingEnabled(false).header("X-Forwarded-Prefix", prefix);
    }

    private static RequestSpecification proxied() {
        return reader().header("X-Forwarded-Prefix", PREFIX);
    }

    /** Every value that leads somewhere: links by relation, hrefs, identifiers, contexts, types of problems. */
    private static void links(JsonNode node, Consumer<String> found) {
        node.properties().forEach(member -> {
            boolean link = Set.of("href", "@id", "@context", "query", "$id").contains(member.getKey())
                    || member.getKey().equals("type") && member.getValue().asText().contains("/problems/");
            if (link && member.getValue().isTextual()) {
                found.accept(member.getValue().textValue());
            } else if (member.getKey().equals("links") && member.getValue().isObject()) {
                member.getValue().forEach(value -> found.accept(value.textValue()));
            } else {
                links(member.getValue(), found);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> links(element, found));
        }
    }

    /** Links differ by what they are of; one of each kind is followed. */
    private static String kindOf(String url) {
        return url.replaceAll("=[^&]*", "=").replaceFirst("^(/(?:collections/[a-z]+/items|[a-z-]+)/)(?!counts|clusters)[^/?]+", "$1{id}");
    }

    @Test
    void every_link_of_every_answer_begins_with_the_prefix_and_leads_somewhere() throws Exception {
        Deque<String> ahead = new ArrayDeque<>(List.of("/", "/events?f=jsonld", "/events/moore-prague-speech?f=jsonld", "/events?f=csv&limit=3",
                "/events?asOf=169&limit=3", "/events?f=manifest&of=ndjson", "/events?all=true&f=ndjson", "/events?f=geojson",
                "/nothing", "/events?unknown=1", "/imports", "/collections/events/items?limit=2", "/events/moore-prague-speech/graph?f=dot"));
        Set<String> met = new HashSet<>();
        String home = "http://localhost:" + RestAssured.port + PREFIX;
        while (!ahead.isEmpty() && met.size() < MOST_FOLLOWED) {
            String url = ahead.poll();
            if (!met.add(kindOf(url))) {
                continue;
            }
            Response answer = below(PREFIX).get(url);
            assertThat(answer.statusCode()).as(url).isNotIn(500, 410).isNotEqualTo(url.startsWith("/nothing") ? 200 : 404);
            Consumer<String> check = link -> {
                assertThat(link).as("in " + url).satisfiesAnyOf(one -> assertThat(one).startsWith(PREFIX + "/"),
                        one -> assertThat(one).startsWith(home));
                ahead.add(link.replaceFirst("^http://[^/]*", "").substring(PREFIX.length()));
            };
            Matcher header = IN_HEADER.matcher(answer.header("Link") == null ? "" : answer.header("Link"));
            while (header.find()) {
                check.accept(header.group(1));
            }
            String type = answer.contentType();
            if (type.contains("ndjson")) {
                answer.asString().lines().limit(5).forEach(line -> links(tree(line), check));
            } else if (type.contains("json") && !url.startsWith("/openapi") && !url.startsWith("/contexts")) {
                links(tree(answer.asString()), check);
            } else if (type.contains("csv")) {
                assertThat(answer.asString()).contains(PREFIX + "/events/").doesNotContain(",/events/");
            } else if (type.contains("graphviz")) {
                assertThat(answer.asString()).contains("\"" + PREFIX + "/events/").doesNotContain("\"/events/");
            }
        }
        assertThat(met).hasSizeGreaterThan(60).hasSizeLessThan(MOST_FOLLOWED)
                .contains("/problems/{id}", "/collections/{id}/items?cursor=&limit=", "/events/{id}/graph", "/statements?about=");
    }

    private static JsonNode tree(String json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (Exception e) {
            throw new IllegalStateException(json, e);
        }
    }

    @Test
    void the_contract_names_the_address_with_the_prefix_as_its_server() {
        given().header("X-Forwarded-Prefix", PREFIX).get("/openapi?f=json").then().statusCode(200)
                .body("servers[0].url", equalTo("http://localhost:" + RestAssured.port + PREFIX));
        given().get("/openapi?f=json").then().body("servers[0].url", equalTo("http://localhost:" + RestAssured.port));
    }

    @Test
    void what_is_made_has_its_location_below_the_prefix() {
        String id = unique("proxied");
        writer().header("X-Forwarded-Prefix", PREFIX).contentType("application/json").body("{\"name\": \"Proxied\", \"kind\": \"group\"}")
                .put("/actors/" + id).then().statusCode(201).header("Location", equalTo(PREFIX + "/actors/" + id))
                .body("links.self", equalTo(PREFIX + "/actors/" + id)).body("links.revisions", equalTo(PREFIX + "/actors/" + id + "/revisions"));
    }

    @Test
    void problems_that_are_found_before_a_resource_is_reached_have_the_prefix_too() {
        below(PREFIX).header("Authorization", "Bearer nonsense").get("/events").then().statusCode(401)
                .body("type", equalTo(PREFIX + "/problems/unauthorized"));
        below(PREFIX).get("/events?q=" + "x".repeat(17_000)).then().statusCode(414).body("type", equalTo(PREFIX + "/problems/uri-too-long"));
    }

    @Test
    void the_contract_names_the_types_of_problems_as_answers_do() {
        for (String format : List.of("json", "yaml")) {
            String contract = below(PREFIX).get("/openapi?f=" + format).then().statusCode(200).extract().asString();
            assertThat(contract).contains(PREFIX + "/problems/unauthorized").doesNotContain("\"/problems/unauthorized\"")
                    .doesNotContain("- /problems/unauthorized");
        }
    }

    @Test
    void an_answer_below_another_prefix_is_another_answer() throws Exception {
        for (String path : List.of("/events/moore-prague-speech", "/events?limit=2", "/events?f=jsonld", "/events/counts?by=rootType",
                "/collections/events/items/moore-prague-speech", "/events/moore-prague-speech/graph", "/openapi", "/collections")) {
            String tag = given().get(path).header("ETag");
            Response proxied = below(PREFIX).header("If-None-Match", tag).get(path);
            proxied.then().statusCode(200).header("ETag", not(equalTo(tag)));
            below("/other").header("If-None-Match", proxied.header("ETag")).get(path).then().statusCode(200);
            below(PREFIX).header("If-None-Match", proxied.header("ETag")).get(path).then().statusCode(304);
        }
        String past = "/events?limit=3&asOf=" + head();
        byte[] body = proxied().get(past).asByteArray();
        assertThat(proxied().get(past).asByteArray()).isEqualTo(body).isNotEqualTo(reader().get(past).asByteArray());
        assertThat(new String(body, StandardCharsets.UTF_8).replace(PREFIX, "")).isEqualTo(reader().get(past).asString());
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body)) + ":";
        assertThat(proxied().get(past).headers().asList().toString()).contains(digest);
    }

    @Test
    void a_tag_from_below_a_prefix_will_do_for_a_write() {
        String path = "/actors/" + actor("Through a proxy");
        writer().header("X-Forwarded-Prefix", PREFIX).header("If-Match", "W/" + proxied().get(path).header("ETag")).contentType(MERGE_PATCH)
                .body("{\"name\": \"Patched\"}").patch(path).then().statusCode(200).body("links.self", equalTo(PREFIX + path));
    }

    @Test
    void caches_are_told_that_answers_depend_on_the_prefix() {
        for (String path : List.of("/", "/events", "/nothing", "/openapi")) {
            assertThat(String.join(", ", given().get(path).headers().getValues("Vary"))).as(path).contains("X-Forwarded-Prefix", "Accept-Encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "http://evil.example", "/a//b", "/a/../b", "/a\"b", "/<script>", "/a b", "/a, /b"})
    void a_prefix_that_is_no_path_is_refused(String prefix) {
        reader().header("X-Forwarded-Prefix", prefix).get("/events").then().statusCode(400)
                .contentType(startsWith("application/problem+json")).body("type", equalTo("/problems/invalid-parameter"))
                .body("errors[0].header", equalTo("X-Forwarded-Prefix")).body("detail", allOf(containsString("such as /casus")));
    }

    @Test
    void a_prefix_has_a_bounded_length() {
        reader().header("X-Forwarded-Prefix", "/" + "a".repeat(200)).get("/").then().statusCode(400);
        reader().header("X-Forwarded-Prefix", "/" + "a".repeat(199)).get("/").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?", "/events?limit=1&", "/events?asOf=160&limit=1&f=jsonld&", "/collections/events/items?limit=1&", "/collections?", "/docs?"})
    void no_head_is_too_large_for_a_proxy_however_long_the_prefix_and_the_host(String start) throws Exception {
        String head = RawConnection.headIn(RawConnection.say("GET " + start + HeadersSuite.LONGEST + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Prefix: /"
                + "p".repeat(199) + "\r\nX-Forwarded-Host: " + HeadersSuite.LONG + "\r\nConnection: close\r\n\r\n"));
        assertThat(head.length()).as(head).isLessThanOrEqualTo(4096);
        String landing = RawConnection.headIn(RawConnection.say("GET " + start.substring(0, start.length() - 1) + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: "
                + HeadersSuite.LONG + "\r\nConnection: close\r\n\r\n"));
        assertThat(landing.length()).as(landing).isLessThanOrEqualTo(4096);
    }

    @Test
    void a_stream_of_changes_keeps_the_prefix_and_is_not_to_be_held_back() throws Exception {
        long before = head();
        String id = actor("Streamed");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/changes?after=" + before))
                .header("Accept", "text/event-stream").header("X-Forwarded-Prefix", PREFIX).build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith(":");
            assertThat(lines.lines().filter(line -> line.startsWith("data:")).filter(line -> line.contains(id)).findFirst().orElseThrow())
                    .contains("\"href\":\"" + PREFIX + "/actors/" + id);
        }
    }
}
