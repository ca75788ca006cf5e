package org.casus.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says of itself, to browsers, caches and those who look before they ask. */
abstract class HeadersSuite extends HttpSuite {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events", "/events/mi6-work-with-russians", "/nothing", "/changes", "/problems", "/openapi",
        "/events?unknown=1", "/keys"})
    void no_browser_guesses_what_an_answer_is(String path) {
        given().get(path).then().header("X-Content-Type-Options", equalTo("nosniff"));
        given().header("Authorization", "Bearer nonsense").get(path).then()
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events", "/nothing", "/changes", "/problems/gone", "/openapi", "/openapi?f=json", "/events?unknown=1",
        "/keys", "/contexts/v1.jsonld", "/events?all=true&f=csv"})
    void no_browser_runs_loads_or_frames_anything_for_an_answer(String path) {
        given().get(path).then().header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"))
                .header("X-Frame-Options", equalTo("DENY")).header("Referrer-Policy", equalTo("no-referrer"));
    }

    /** These never reach the router. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a b HTTP/9\r\n\r\n"})
    void no_browser_runs_loads_or_frames_anything_for_what_could_not_be_parsed(String request) throws Exception {
        assertThat(RawConnection.say(request)).contains("400 Bad Request").containsIgnoringCase(
                "content-security-policy: default-src 'none'; frame-ancestors 'none'");
    }

    /** On this page people paste keys. */
    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/", "/docs/index.html", "/docs/start.js", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css",
        "/docs/oauth2-redirect.html", "/docs/nothing"})
    void the_contract_to_click_through_runs_only_its_own_scripts_and_sends_keys_nowhere_else(String path) {
        Response response = given().redirects().follow(false).get(path);
        response.then().header("X-Frame-Options", equalTo("DENY")).header("X-Content-Type-Options", equalTo("nosniff"));
        List<String> policy = List.of(response.header("Content-Security-Policy").split("; "));
        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'",
                "base-uri 'none'", "form-action 'none'");
        assertThat(policy).noneMatch(directive -> directive.contains("unsafe"));
    }

    @Test
    void the_contract_to_click_through_has_no_script_inline_and_all_that_it_names_is_there() {
        given().redirects().follow(false).get("/docs").then().statusCode(302).header("Location", equalTo("docs/"));
        String page = given().get("/docs").then().statusCode(200).contentType(startsWith("text/html")).extract().asString();
        assertThat(page).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("<style").doesNotContain("style=");
        Matcher named = Pattern.compile("<(?:script|link)[^>]* (?:src|href)=\"([^\"]+)\"").matcher(page);
        int files = 0;
        while (named.find()) {
            given().get("/docs/" + named.group(1)).then().statusCode(200);
            files++;
        }
        assertThat(files).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events?limit=2", "/events/moore-prague-speech", "/events/moore-prague-speech/revisions", "/changes",
        "/problems", "/event-types/speech"})
    void head_is_get_without_a_body(String path) {
        Response get = reader().get(path);
        Response head = reader().head(path);
        head.then().statusCode(200).contentType(startsWith("application/json"));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Link")).isEqualTo(get.header("Link"));
        assertThat(head.asString()).isEmpty();
    }

    @Test
    void head_of_what_there_is_not_is_404_and_of_what_was_is_410() {
        reader().head("/nothing").then().statusCode(404);
        reader().head("/events/no-such-event").then().statusCode(404);
        String path = "/actors/" + actor("Short");
        delete(path);
        reader().head(path).then().statusCode(410);
    }

    @Test
    void options_say_what_a_path_takes_and_how_it_is_patched() {
        reader().options("/events/moore-prague-speech").then().statusCode(204)
                .header("Allow", equalTo("DELETE, GET, HEAD, OPTIONS, PATCH, PUT"))
                .header("Accept-Patch", equalTo("application/merge-patch+json"));
        reader().options("/events").then().statusCode(204).header("Allow", equalTo("GET, HEAD, OPTIONS, POST"))
                .header("Accept-Patch", nullValue());
        reader().options("/events/counts").then().statusCode(204).header("Allow", equalTo("GET, HEAD, OPTIONS"));
        reader().options("/nothing").then().statusCode(404);
        writer().contentType("application/json").body("{}").patch("/events/moore-prague-speech").then().statusCode(415)
                .header("Accept-Patch", equalTo("application/merge-patch+json"));
    }

    @Test
    void links_leave_room_for_other_headers_and_the_next_page_is_told_before_others() {
        String q = "-" + "x".repeat(2500);
        Response page = reader().get("/events?limit=1&q=" + q);
        page.then().statusCode(200);
        assertThat(page.header("Link").length()).isLessThanOrEqualTo(2800);
        assertThat(page.header("Link")).startsWith("<").contains("rel=\"next\"").doesNotContain("rel=\"permalink\"");
    }

    @Test
    void no_page_seems_to_be_the_last_because_its_next_link_is_too_long() {
        String query = "limit=1&q=-" + "x".repeat(3500);
        for (String format : List.of("csv", "ndjson")) {
            reader().get("/events?f=" + format + "&" + query).then().statusCode(414)
                    .body("type", equalTo("/problems/uri-too-long")).body("detail", containsString("all=true"));
            reader().get("/events?f=" + format + "&all=true&" + query.substring("limit=1&".length())).then().statusCode(200);
        }
        reader().get("/events?f=json&" + query).then().statusCode(200).body("links.next", containsString("cursor="));
    }

    /** As long as values and URLs may be. */
    static final String LONG = "a".repeat(3_990);
    static final String LONGEST = "q=-" + LONG + "&tag.not=" + LONG + "&relatedTo.not=" + "b".repeat(90) + "&publisher.not=" + LONG;

    @ParameterizedTest
    @ValueSource(strings = {"GET /events?" , "GET /events?asOf=160&limit=1&", "GET /events?f=csv&limit=1&", "GET /events?f=jsonld&",
        "GET /events?all=true&f=ndjson&", "GET /events?all=true&f=csv&asOf=160&", "GET /events?f=manifest&of=csv&",
        "GET /events/counts?by=month,type&", "GET /events/clusters?", "GET /collections/events/items?limit=1&",
        "GET /collections/events/items?limit=1&filter=title%20%3C%3E%20%27aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%27&", "GET /nothing?",
        "GET /?", "GET /changes?", "GET /events/moore-prague-speech/graph?", "GET /docs?", "GET /docs/?", "GET /openapi?", "HEAD /events?",
        "PUT /events?", "POST /keys?", "PUT /actors/x?", "DELETE /actors/x?", "OPTIONS /events?", "TRACE /events?"})
    void no_head_of_an_answer_is_larger_than_the_buffer_that_proxies_have_for_it(String start) throws Exception {
        for (String about : List.of("", "Authorization: Bearer " + ADMIN + "\r\n", "Authorization: Bearer " + LONG + "\r\n",
                "Accept-Encoding: gzip\r\nOrigin: https://map.example.org\r\nAccess-Control-Request-Method: PUT\r\n"
                        + "Access-Control-Request-Headers: " + LONG + "\r\nIf-None-Match: \"" + LONG + "\"\r\n")) {
            for (String host : List.of("localhost", LONG)) {
                String heard = RawConnection.say(start + LONGEST + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + about + "\r\n");
                assertThat(RawConnection.headIn(heard).length()).as(RawConnection.headIn(heard)).isLessThanOrEqualTo(4096);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?", "/events?f=csv&", "/events?f=jsonld&asOf=160&limit=1&", "/events/counts?by=month,type&",
        "/collections/events/items?limit=1&"})
    void no_head_is_too_large_however_long_the_links_are_that_still_fit_in_it(String start) throws Exception {
        for (int length = 300; length < LONG.length(); length += 60) {
            String head = RawConnection.headIn(RawConnection.say("GET " + start + "q=-" + LONG.substring(0, length) + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Accept-Encoding: gzip\r\nOrigin: https://map.example.org\r\nConnection: close\r\n\r\n"));
            assertThat(head.length()).as(head).isLessThanOrEqualTo(4096);
        }
    }

    @Test
    void the_contract_has_a_tag() {
        for (String type : List.of("application/json", "application/yaml")) {
            String tag = given().accept(type).get("/openapi").header("ETag");
            given().accept(type).header("If-None-Match", tag).get("/openapi").then().statusCode(304).header("ETag", equalTo(tag));
        }
        assertThat(given().accept("application/json").get("/openapi").header("ETag"))
                .isNotEqualTo(given().accept("application/yaml").get("/openapi").header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?limit=1", "/events/moore-prague-speech", "/nothing", "/events?unknown=1", "/changes?limit=1"})
    void a_page_that_was_let_in_reads_and_sees_what_it_needs(String path) {
        reader().header("Origin", "https://map.example.org").get(path).then()
                .header("Access-Control-Allow-Origin", anyOf(equalTo("*"), equalTo("https://map.example.org")))
                .header("Access-Control-Allow-Credentials", anyOf(nullValue(), equalTo("false")))
                .header("Access-Control-Expose-Headers", allOf(containsString("ETag"), containsString("Link"),
                        containsString("Location"), containsString("Retry-After")));
    }

    /** On this machine, too, a browser hands no answer to a page that it does not name. */
    @ParameterizedTest
    @ValueSource(strings = {"/events?limit=1", "/nothing", "/imports", "/events?unknown=1", "/openapi", "/docs/"})
    void a_page_from_elsewhere_reads_nothing_and_one_of_this_machine_everything(String path) {
        for (String origin : List.of("https://evil.example", "null", "http://localhost.evil.example")) {
            given().header("Origin", origin).get(path).then().header("Access-Control-Allow-Origin", nullValue())
                    .header("Vary", containsString("Origin"));
            given().header("Origin", origin).header("Access-Control-Request-Method", "GET").options(path).then().statusCode(204)
                    .header("Access-Control-Allow-Origin", nullValue()).header("Access-Control-Allow-Methods", nullValue());
        }
        for (String origin : List.of("http://localhost:3000", "https://127.0.0.1", "http://[::1]:1")) {
            given().header("Origin", origin).get(path).then().header("Access-Control-Allow-Origin", equalTo(origin));
        }
    }

    /** A name of another site may lead to this machine, and a browser takes the answer for that site's. */
    @Test
    void a_server_of_this_machine_alone_is_asked_by_its_own_names() throws Exception {
        for (String host : List.of("evil.example", "localhost.evil.example:80", "192.0.2.1")) {
            assertThat(RawConnection.say("GET /events HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 421 ")
                    .contains("/problems/misdirected").contains("casus.hosts");
        }
        for (String host : List.of("localhost", "LOCALHOST:1", "localhost.", "casus.localhost", "127.0.0.1:80", "[::1]:80", "maps.example.org")) {
            assertThat(RawConnection.say("GET /events?limit=1 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void what_needed_a_key_or_had_one_is_kept_by_no_shared_cache() {
        for (String path : List.of("/imports", "/imports/none", "/keys")) {
            reader().get(path + ";x=1").then().statusCode(401).header("Cache-Control", startsWith("private, no-"));
            reader().get(path).then().statusCode(401).header("Cache-Control", startsWith("private, no-"));
            writer().get(path).then().header("Cache-Control", startsWith("private, no-"));
        }
        writer().get("/events?limit=1").then().statusCode(200).header("Cache-Control", equalTo("private, no-cache"));
        writer().get("/events?unknown=1").then().statusCode(400).header("Cache-Control", equalTo("private, no-cache"));
        with("none").get("/events").then().statusCode(401).header("Cache-Control", equalTo("private, no-cache"));
        reader().get("/events?limit=1").then().statusCode(200).header("Cache-Control", equalTo("no-cache"));
        writer().get("/contexts/v1.jsonld").then().header("Cache-Control", startsWith("public"));
    }

    @Test
    void a_page_may_ask_before_it_reads_with_a_tag() {
        given().header("Origin", "https://map.example.org").header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match").options("/events").then()
                .statusCode(anyOf(is(200), is(204)))
                .header("Access-Control-Allow-Origin", anyOf(equalTo("*"), equalTo("https://map.example.org")))
                .header("Access-Control-Allow-Methods", containsString("GET"))
                .header("Access-Control-Allow-Headers", containsStringIgnoringCase("If-None-Match"))
                .header("Access-Control-Max-Age", equalTo("86400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "POST"})
    void a_page_may_ask_before_it_writes_with_a_key_that_it_was_given(String method) {
        given().header("Origin", "https://map.example.org").header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type,if-match").options("/events/x").then()
                .statusCode(anyOf(is(200), is(204)))
                .header("Access-Control-Allow-Methods", containsString(method))
                .header("Access-Control-Allow-Headers", allOf(containsStringIgnoringCase("Authorization"),
                        containsStringIgnoringCase("Content-Type"), containsStringIgnoringCase("If-Match")));
    }

    @Test
    void a_page_writes_from_here_and_from_elsewhere_with_a_key_and_not_without() {
        for (String origin : List.of("http://localhost:" + RestAssured.port, "https://map.example.org")) {
            String path = "/actors/" + unique("paged");
            String body = "{\"name\": \"Paged\", \"kind\": \"group\"}";
            reader().header("Origin", origin).contentType("application/json").body(body).put(path).then().statusCode(401);
            writer().header("Origin", origin).contentType("application/json").body(body).put(path).then().statusCode(201)
                    .header("Access-Control-Allow-Credentials", anyOf(nullValue(), equalTo("false")));
        }
    }

    @Test
    void who_asks_for_gzip_gets_it_and_the_same_content() throws Exception {
        for (String path : List.of("/events", "/events/moore-prague-speech")) {
            HttpResponse<byte[]> plain = get(path, "identity");
            HttpResponse<byte[]> zipped = get(path, "gzip");
            assertThat(plain.headers().firstValue("Content-Encoding").orElse("identity")).isEqualTo("identity");
            assertThat(zipped.headers().firstValue("Content-Encoding")).as(path).contains("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes()).isEqualTo(plain.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?limit=1", "/events/moore-prague-speech", "/collections", "/openapi"})
    void what_is_not_compressed_has_no_tag_of_what_is(String path) throws Exception {
        String heard = RawConnection.say("GET " + path + " HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n");
        assertThat(heard).containsIgnoringCase("etag: \"").doesNotContain("-gzip\"").doesNotContainIgnoringCase("content-encoding: gzip");
    }

    private static HttpResponse<byte[]> get(String path, String coding) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Accept-Encoding", coding).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events", "/events/moore-prague-speech", "/events/no-such-event", "/nothing", "/changes", "/events?x=1"})
    void caches_are_told_what_an_answer_depends_on(String path) {
        reader().get(path).then().header("Vary", allOf(containsString("Accept"), containsString("Accept-Encoding"),
                containsString("Origin")));
    }

    @Test
    void a_write_answers_with_the_tag_that_a_read_gives() {
        String path = "/actors/" + unique("tagged");
        Response created = create(path, "{\"name\": \"Tagged\", \"kind\": \"group\"}");
        assertThat(created.header("ETag")).isEqualTo(reader().get(path).header("ETag"));
        assertThat(patch(path, "{\"name\": \"Anew\"}").header("ETag")).isEqualTo(reader().get(path).header("ETag"));
    }
}
