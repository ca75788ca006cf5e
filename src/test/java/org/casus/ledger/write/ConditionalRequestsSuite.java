package org.casus.ledger.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.casus.HttpSuite;
import org.casus.render.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that depend on what the client has seen (RFC 9110 section 13). */
abstract class ConditionalRequestsSuite extends HttpSuite {

    private static final String TAG = "\"[0-9]+\\.[0-9a-f]+-json\\." + Format.REPRESENTATION + "(-gzip)?\"";

    @ParameterizedTest
    @ValueSource(strings = {"/events/moore-prague-speech", "/events?type=speech", "/places", "/event-types/speech"})
    void who_has_the_answer_already_gets_304_without_a_body(String path) {
        Response first = reader().get(path);
        first.then().statusCode(200).header("ETag", matchesRegex(TAG)).header("Cache-Control", "no-cache");
        for (String seen : List.of(first.header("ETag"), "W/" + first.header("ETag"), "*",
                "\"something\", " + first.header("ETag"))) {
            Response second = reader().header("If-None-Match", seen).get(path);
            second.then().statusCode(304).header("ETag", equalTo(first.header("ETag")))
                    .header("Cache-Control", "no-cache").header("Vary", equalTo("Accept, Accept-Encoding, Origin"));
            assertThat(second.asString()).isEmpty();
        }
        reader().header("If-None-Match", "\"another\"").get(path).then().statusCode(200);
    }

    @Test
    void a_change_gives_an_item_and_its_list_new_tags() {
        String set = dataset();
        String path = "/events/" + unique("tagged");
        String item = create(path, event("Tagged", "2024", ", \"dataset\": \"" + set + "\"")).header("ETag");
        String list = reader().get("/events?dataset=" + set).header("ETag");
        patch(path, "{\"title\": \"Tagged anew\"}");
        reader().header("If-None-Match", item).get(path).then().statusCode(200).header("ETag", not(equalTo(item)));
        reader().header("If-None-Match", list).get("/events?dataset=" + set).then().statusCode(200)
                .header("ETag", not(equalTo(list)));
    }

    @Test
    void a_new_name_of_what_an_item_shows_gives_it_a_new_tag_and_no_new_revision() {
        String actor = actor("Old name");
        String path = "/events/" + unique("naming");
        Response created = create(path, event("Naming", "2024", ", \"participants\": [{\"role\": \"host\", \"actor\": \""
                + actor + "\"}]"));
        patch("/actors/" + actor, "{\"name\": \"New name\"}");
        Response later = reader().header("If-None-Match", created.header("ETag")).get(path);
        later.then().statusCode(200).body("participants[0].actor.name", equalTo("New name"))
                .body("revision", equalTo(created.jsonPath().getInt("revision")));
        writer().header("If-Match", created.header("ETag")).contentType(MERGE_PATCH).body("{\"title\": \"x\"}").patch(path)
                .then().statusCode(200);
    }

    @Test
    void what_exists_is_not_changed_without_saying_which_revision_is_meant() {
        String path = "/actors/" + actor("Guarded");
        String body = "{\"name\": \"Overwritten\", \"kind\": \"group\"}";
        writer().contentType("application/json").body(body).put(path).then().statusCode(428)
                .body("type", equalTo("/problems/precondition-required"));
        writer().contentType(MERGE_PATCH).body(body).patch(path).then().statusCode(428);
        writer().delete(path + "?reason=x").then().statusCode(428);
        reader().get(path).then().body("name", equalTo("Guarded"));
    }

    @Test
    void a_stale_tag_changes_nothing() {
        String path = "/actors/" + actor("Contested");
        String stale = reader().get(path).header("ETag");
        patch(path, "{\"name\": \"Changed meanwhile\"}");
        writer().header("If-Match", stale).contentType(MERGE_PATCH).body("{\"name\": \"Lost\"}").patch(path)
                .then().statusCode(412).body("type", equalTo("/problems/precondition-failed"))
                .body("detail", containsString("revision " + revisionOf(path)));
        writer().header("If-Match", stale).contentType("application/json")
                .body("{\"name\": \"Lost\", \"kind\": \"group\"}").put(path).then().statusCode(412);
        writer().header("If-Match", stale).delete(path + "?reason=x").then().statusCode(412);
        reader().get(path).then().body("name", equalTo("Changed meanwhile"));
        writer().header("If-Match", stale + ", " + reader().get(path).header("ETag"))
                .contentType(MERGE_PATCH).body("{\"name\": \"Won\"}").patch(path).then().statusCode(200);
    }

    @Test
    void if_none_match_star_creates_and_never_replaces() {
        String path = "/actors/" + unique("once");
        String body = "{\"name\": \"Once\", \"kind\": \"group\"}";
        writer().header("If-None-Match", "*").contentType("application/json").body(body).put(path).then().statusCode(201);
        writer().header("If-None-Match", "*").contentType("application/json").body(body).put(path).then().statusCode(412);
    }

    @Test
    void if_match_on_what_is_not_there_fails() {
        writer().header("If-Match", "*").contentType("application/json").body("{\"name\": \"x\", \"kind\": \"group\"}")
                .put("/actors/" + unique("nowhere")).then().statusCode(412);
    }

    @Test
    void a_tag_that_a_proxy_made_weak_will_do_for_a_write_while_it_is_the_latest() {
        String path = "/actors/" + actor("Weak");
        String weak = "W/" + reader().get(path).header("ETag");
        writer().header("If-Match", weak).contentType(MERGE_PATCH).body("{\"name\": \"Weakly\"}").patch(path)
                .then().statusCode(200).body("name", equalTo("Weakly"));
        writer().header("If-Match", weak).contentType(MERGE_PATCH).body("{\"name\": \"Lost\"}").patch(path)
                .then().statusCode(412);
    }

    @Test
    void a_tag_that_a_proxy_made_weak_or_marked_is_known_when_it_comes_back() throws Exception {
        for (String path : List.of("/actors/" + actor("Cached"), "/events?limit=1", "/events/counts?by=rootType", "/collections",
                "/openapi")) {
            String plain = ask(path, null, null).headers().firstValue("ETag").orElseThrow();
            String zipped = ask(path, "gzip", null).headers().firstValue("ETag").orElseThrow();
            assertThat(ask(path, null, "W/" + plain).statusCode()).as(path).isEqualTo(304);
            assertThat(ask(path, null, plain.replaceFirst("\"$", "-gzip\"")).statusCode()).as(path).isEqualTo(304);
            assertThat(ask(path, "gzip", "W/" + zipped).statusCode()).as(path).isEqualTo(304);
            assertThat(ask(path, "identity", zipped).statusCode()).as("another coding of %s", path).isEqualTo(200);
        }
    }

    /** Asks as a proxy does that passes on which codings a client takes, or (null) keeps that to itself. */
    private static HttpResponse<Void> ask(String path, String acceptEncoding, String ifNoneMatch) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
        Optional.ofNullable(acceptEncoding).ifPresent(value -> request.header("Accept-Encoding", value));
        Optional.ofNullable(ifNoneMatch).ifPresent(value -> request.header("If-None-Match", value));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void the_tag_of_any_format_or_coding_will_do_for_a_write() {
        String path = "/actors/" + actor("Any tag");
        String zipped = reader().header("Accept-Encoding", "gzip").get(path).header("ETag");
        assertThat(zipped).endsWith("-gzip\"");
        writer().header("If-Match", zipped).contentType(MERGE_PATCH).body("{\"name\": \"Zipped\"}").patch(path)
                .then().statusCode(200);
        writer().header("If-Match", "\"" + revisionOf(path) + ".0-csv\"").contentType(MERGE_PATCH)
                .body("{\"name\": \"As CSV\"}").patch(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "\"42.1-json", "x\"42.1-json\"", "\"1.1-json\" \"2.2-json\""})
    void what_is_no_list_of_tags_is_refused(String tags) {
        String path = "/actors/" + actor("Malformed");
        writer().header("If-Match", tags).contentType(MERGE_PATCH).body("{}").patch(path).then().statusCode(400)
                .body("errors.header", contains("If-Match"));
        writer().header("If-None-Match", tags).contentType("application/json").body("{}").put(path).then()
                .statusCode(400).body("errors.header", contains("If-None-Match"));
    }

    /** A strong tag may not name two different sequences of bytes (RFC 9110 section 8.8.3). */
    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "gzip, deflate, br", "identity", "*", "gzip;q=0", "gzip;q=0.5", "br", "deflate",
        "identity, *;q=0", "gzip;q=0, *", "GZIP", "x-gzip", "zstd, gzip;q=0.1"})
    void a_tag_says_gzip_exactly_when_the_answer_is_zipped(String accepted) throws Exception {
        for (String path : List.of("/events/moore-prague-speech", "/events")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
            if (!accepted.equals("none")) {
                request.header("Accept-Encoding", accepted);
            }
            HttpResponse<byte[]> response = HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean zipped = response.body()[0] == (byte) 0x1f && response.body()[1] == (byte) 0x8b;
            assertThat(response.headers().firstValue("content-encoding").orElse("identity"))
                    .isEqualTo(zipped ? "gzip" : "identity");
            assertThat(response.headers().firstValue("etag").orElseThrow().endsWith("-gzip\"")).isEqualTo(zipped);
        }
    }

    @Test
    void of_sixteen_who_change_the_same_state_one_wins_and_the_others_hear_of_it() throws Exception {
        String path = "/actors/" + actor("Everyone's");
        String tag = reader().get(path).header("ETag");
        ExecutorService writers = Executors.newFixedThreadPool(16);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String name = "Writer " + i;
            answers.add(writers.submit(() -> writer().header("If-Match", tag).contentType(MERGE_PATCH)
                    .body("{\"name\": \"" + name + "\"}").patch(path).statusCode()));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        writers.shutdown();
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(15);
        reader().get(path + "/revisions").then().body("items.size()", equalTo(2));
    }
}
