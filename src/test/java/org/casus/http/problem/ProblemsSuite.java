package org.casus.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is said as RFC 9457 has it, with what is allowed. */
abstract class ProblemsSuite extends HttpSuite {

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/events/x/y/z", "/q/health", "/q/health/ready", "/q/health/group/x", "/q/metrics", "/q/dev",
        "/q/openapi", "/health", "/metrics", "/favicon.ico", "/index.html"})
    void a_path_that_there_is_not_is_a_problem(String path) {
        reader().accept("text/html,*/*;q=0.8").get(path).then().statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found")).body("status", equalTo(404));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"DELETE | /events | GET, HEAD, OPTIONS, POST",
        "POST | /events/moore-prague-speech | DELETE, GET, HEAD, OPTIONS, PATCH, PUT",
        "POST | /event-types | GET, HEAD, OPTIONS", "PUT | /event-types/speech | GET, HEAD, OPTIONS",
        "POST | /changes | GET, HEAD, OPTIONS", "PUT | / | GET, HEAD, OPTIONS", "PUT | /keys | GET, HEAD, OPTIONS, POST",
        "DELETE | /events/moore-prague-speech/revisions | GET, HEAD, OPTIONS", "PATCH | /problems/gone | GET, HEAD, OPTIONS"})
    void a_405_says_what_the_path_takes(String method, String path, String allowed) {
        writer().contentType("application/json").body("{}").request(method, path).then().statusCode(405)
                .header("Allow", equalTo(allowed)).body("type", equalTo("/problems/method-not-allowed"))
                .body("detail", containsString(allowed));
        reader().options(path).then().statusCode(204).header("Allow", equalTo(allowed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/json;q=0", "text/html"})
    void a_format_that_there_is_not_is_a_406(String accept) {
        reader().accept(accept).get("/events").then().statusCode(406).body("type", equalTo("/problems/not-acceptable"))
                .body("detail", containsString("application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/html, */*;q=0.1", "application/json;q=0.1"})
    void who_takes_anything_gets_json(String accept) {
        reader().accept(accept).get("/events?limit=1").then().statusCode(200).contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/merge-patch+json", "application/x-www-form-urlencoded"})
    void a_body_of_another_type_is_a_415(String type) {
        writer().header("Content-Type", type).body("{}").post("/events").then().statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type")).body("detail", containsString("application/json"));
    }

    @Test
    void a_body_without_a_type_is_a_415_and_json_is_no_patch() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/events"))
                .header("Authorization", "Bearer " + ADMIN).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(415);
        writer().contentType("application/json").header("If-Match", "*").body("{}").patch("/events/moore-prague-speech")
                .then().statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1}{\"a\":2}", "{} trailing", "{\"type\":\"speech\",\"type\":\"speech\"}",
        "{\"when\": 01}", "{\"location\": {\"lat\": NaN}}", "{'a': 1}"})
    void what_is_not_json_is_a_400(String body) {
        writer().contentType("application/json").body(body).post("/events").then().statusCode(400)
                .body("type", equalTo("/problems/malformed-json"));
        writer().contentType("application/json").body(body).post("/keys").then().statusCode(400)
                .body("type", equalTo("/problems/malformed-json"));
    }

    @Test
    void bytes_that_are_not_utf_8_are_a_400() {
        byte[] overlong = "{\"title\": \"a??b\"}".getBytes(StandardCharsets.ISO_8859_1);
        overlong[12] = (byte) 0xC0;
        overlong[13] = (byte) 0xAF;
        writer().contentType("application/json").body(overlong).post("/events").then().statusCode(400)
                .body("detail", containsString("UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "\"x\""})
    void what_is_json_but_no_object_is_told_what_it_should_be(String body) {
        writer().contentType("application/json").body(body).post("/events").then().statusCode(400)
                .body("type", equalTo("/problems/malformed-json")).body("detail", startsWith("the body is an object"));
    }

    /** Row by row what a lenient reader would have taken for something. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', value = {
        "\"title\": 123 | #/title | wrong-type",
        "\"title\": true | #/title | wrong-type",
        "\"title\": [\"x\"] | #/title | wrong-type",
        "\"title\": \"  \" | #/title | required",
        "\"title\": \"a\\u0000b\" | #/title | text",
        "\"title\": \"a\\ud800\" | #/title | text",
        "\"title\": \"a\\u0007\" | #/title | text",
        "\"when\": 19000 | #/when | wrong-type",
        "\"when\": [2024,2,3] | #/when | wrong-type",
        "\"when\": \"2023-02-30\" | #/when | edtf-invalid",
        "\"when\": \"+10000-01-01\" | #/when | edtf-invalid",
        "\"when\": \"2023-21\" | #/when | edtf-unsupported",
        "\"fatalities\": {\"best\": \"5\"} | #/fatalities/best | wrong-type",
        "\"fatalities\": {\"best\": 1.9} | #/fatalities/best | wrong-type",
        "\"fatalities\": {\"best\": 1.5} | #/fatalities/best | wrong-type",
        "\"fatalities\": {\"best\": 3.0, \"low\": -1} | #/fatalities/low | range",
        "\"fatalities\": {\"best\": 99999999999} | #/fatalities/best | wrong-type",
        "\"fatalities\": {\"best\": -1} | #/fatalities/best | range",
        "\"fatalities\": {\"low\": 3, \"best\": 2} | #/fatalities | rule",
        "\"fatalities\": [] | #/fatalities | wrong-type",
        "\"location\": {\"lat\": \"NaN\", \"lon\": 1} | #/location/lat | wrong-type",
        "\"location\": {\"lat\": 1e400, \"lon\": 1} | #/location/lat | wrong-type",
        "\"location\": {\"lat\": 91, \"lon\": 1} | #/location/lat | range",
        "\"location\": {\"lat\": 1} | #/location/lon | required",
        "\"location\": \"1,2\" | #/location | wrong-type",
        "\"tags\": \"x\" | #/tags | wrong-type",
        "\"tags\": [\"UPPER\"] | #/tags/0 | pattern",
        "\"tags\": [null] | #/tags/0 | wrong-type",
        "\"tags\": [1] | #/tags/0 | wrong-type",
        "\"place\": \"Prague\" | #/place | pattern",
        "\"place\": \"prage\" | #/place | unknown-reference",
        "\"place\": 5 | #/place | wrong-type",
        "\"place\": {\"name\": \"Prague\"} | #/place | wrong-type",
        "\"participants\": {} | #/participants | wrong-type",
        "\"participants\": [{\"role\": \"speeker\", \"actor\": \"mi6\"}] | #/participants/0/role | unknown-value",
        "\"participants\": [{\"role\": 0, \"actor\": \"mi6\"}] | #/participants/0/role | wrong-type",
        "\"participants\": [{\"role\": \"speaker\"}] | #/participants/0/actor | required",
        "\"participants\": [\"mi6\"] | #/participants/0 | wrong-type",
        "\"participants\": [{\"role\": \"host\", \"actor\": \"mi6\", \"x/y~z\": 1}] | #/participants/0/x~1y~0z | unknown-member",
        "\"relations\": [{\"kind\": \"refersTo\", \"event\": \"no-such-event\"}] | #/relations/0/event | unknown-reference",
        "\"reports\": [{\"source\": \"no-such-source\"}] | #/reports/0/source | unknown-reference",
        "\"codings\": [{\"scheme\": \"came\", \"code\": \"1\"}] | #/codings/0/scheme | unknown-value",
        "\"titel\": \"x\" | #/titel | unknown-member",
        "\"id\": \"Not An Id\" | #/id | pattern",
        "\"id\": \"revisions\" | #/id | pattern"})
    void what_does_not_fit_is_named_with_its_place(String member, String pointer, String code) {
        String rest = """
                "type": "speech", "title": "A title", "when": "2024\"""";
        String name = member.substring(0, member.indexOf(':'));
        String others = rest.replaceAll("(, )?" + name + ": \"[^\"]*\"", "").replaceAll("^, ", "");
        writer().contentType("application/json").body("{" + others + ", " + member + "}").post("/events").then()
                .statusCode(422).body("type", equalTo("/problems/invalid-body"))
                .body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
    }

    @Test
    void each_unknown_id_is_named_and_the_first_few_get_a_hint() {
        String many = IntStream.range(0, 40).mapToObj(i -> "{\"role\": \"target\", \"actor\": \"russi" + "a".repeat(1 + i % 2) + i % 10
                + "\"}").collect(Collectors.joining(", "));
        writer().contentType("application/json").body("{\"type\": \"speech\", \"title\": \"x\", \"when\": \"2024\", \"participants\": ["
                + many + "]}").post("/events").then().statusCode(422)
                .body("errors", hasSize(40))
                .body("errors.findAll { it.detail.contains('did you mean') }", hasSize(5));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        writer().contentType("application/json").body("""
                {"type": "speach", "when": "2023-13", "titel": "x", "fatalities": {"best": -1},
                 "participants": [{"role": "speeker", "actor": "richard-more"}], "tags": ["Bad Tag"]}""").post("/events")
                .then().statusCode(422)
                .body("errors.pointer", hasItems("#/when", "#/titel", "#/title", "#/fatalities/best",
                        "#/participants/0/role", "#/tags/0"));
        writer().contentType("application/json").body("""
                {"type": "speach", "title": "x", "when": "2024", "place": "prage",
                 "participants": [{"role": "speaker", "actor": "richard-more"}]}""").post("/events")
                .then().statusCode(422)
                .body("errors.pointer", contains("#/type", "#/place", "#/participants/0/actor"))
                .body("errors[0].detail", containsString("did you mean 'speech'?"))
                .body("errors[1].detail", containsString("did you mean 'prague'?"))
                .body("errors[2].detail", containsString("did you mean 'richard-moore'?"));
    }

    @Test
    void a_misspelt_member_is_answered_with_the_one_that_was_meant() {
        writer().contentType("application/json").body("{\"titel\": \"x\", \"type\": \"speech\", \"when\": \"2024\"}").post("/events")
                .then().statusCode(422).body("errors.find { it.pointer == '#/titel' }.detail",
                        containsString("did you mean 'title'?"));
    }

    @Test
    void every_kind_refuses_what_it_is_not_made_of() {
        for (String path : List.of("/actors", "/places", "/sources", "/statements", "/datasets")) {
            writer().contentType("application/json").body("{\"nonsense\": 1}").post(path).then().statusCode(422)
                    .body("errors.code", hasItems("unknown-member", "required"));
        }
        writer().contentType("application/json").body("{\"name\": \"x\", \"kind\": \"city\", \"bbox\": [1, 2, 3]}").post("/places")
                .then().statusCode(422).body("errors.pointer", contains("#/bbox"));
        writer().contentType("application/json").body("{\"name\": \"x\", \"kind\": \"city\", \"bbox\": [0, 9, 0, -9]}")
                .post("/places").then().statusCode(422).body("errors.pointer", contains("#/bbox"));
        writer().contentType("application/json").body("""
                {"publisher": "x", "title": "x", "kind": "article", "url": "javascript:alert(1)", "language": "english!"}""")
                .post("/sources").then().statusCode(422).body("errors.pointer", containsInAnyOrder("#/url", "#/language"));
        writer().contentType("application/json").body("""
                {"speaker": "mi6", "gist": "x", "about": [{"event": "prague-spring", "actor": "mi6"}, {}]}""")
                .post("/statements").then().statusCode(422).body("errors.pointer", contains("#/about/0", "#/about/1"));
    }

    @Test
    void ids_of_a_path_are_checked_like_any_other() {
        writer().contentType("application/json").body(event("x", "2024", "")).put("/events/Not-An-Id").then().statusCode(400)
                .body("errors.parameter", contains("id"));
        writer().contentType("application/json").body(event("x", "2024", "")).put("/events/revisions").then().statusCode(400);
        writer().contentType("application/json").body(event("x", "2024", "")).put("/events/" + "a".repeat(129)).then()
                .statusCode(400);
        reader().get("/events/Not-An-Id").then().statusCode(404);
        reader().get("/events/" + "a".repeat(3000)).then().statusCode(404);
    }

    @Test
    void of_several_things_that_are_wrong_the_first_in_order_is_said() {
        String gone = "/events/" + unique("gone");
        create(gone, event("Gone", "2024", ""));
        delete(gone);
        String there = "/actors/" + actor("There");
        // 401 and 403 before all else
        reader().contentType("text/plain").body("{").put("/events").then().statusCode(401);
        reader().accept("application/xml").delete("/nothing").then().statusCode(401);
        with("casus_000000000000_" + "0".repeat(43)).get("/nothing").then().statusCode(401);
        // 405, 406, 415
        writer().accept("application/xml").contentType("text/plain").body("{").put("/events").then().statusCode(405);
        writer().accept("application/xml").contentType("text/plain").body("{").post("/events").then().statusCode(oneOf(406, 415));
        writer().accept("application/xml").contentType("application/json").body("{").post("/events").then().statusCode(406);
        writer().contentType("text/plain").body("{").put("/events/x?unknown=1").then().statusCode(415);
        // 400 before 404 and 410
        reader().get("/events/no-such-event?unknown=1").then().statusCode(400);
        reader().get(gone + "?asOf=x").then().statusCode(400);
        writer().contentType(MERGE_PATCH).body("{").patch("/events/no-such-event").then().statusCode(400);
        writer().contentType(MERGE_PATCH).header("If-Match", "x").body("{}").patch("/events/no-such-event").then().statusCode(400);
        writer().delete("/events/no-such-event").then().statusCode(400);
        // 404 and 410 before 428 and 412
        writer().contentType(MERGE_PATCH).body("{}").patch("/events/no-such-event").then().statusCode(404);
        writer().contentType(MERGE_PATCH).header("If-Match", "\"1.1-json\"").body("{}").patch(gone).then().statusCode(410);
        writer().delete("/events/no-such-event?reason=x").then().statusCode(404);
        // 428 and 412 before 422
        writer().contentType("application/json").body("{\"nonsense\": 1}").put(there).then().statusCode(428);
        writer().contentType(MERGE_PATCH).header("If-Match", "\"1.1-json\"").body("{\"nonsense\": 1}").patch(there).then()
                .statusCode(412);
        writer().contentType(MERGE_PATCH).header("If-Match", "*").body("{\"nonsense\": 1}").patch(there).then().statusCode(422);
    }

    @Test
    void every_type_of_problem_has_a_page_and_the_contract_knows_them_all() {
        List<String> types = reader().get("/problems").then().statusCode(200).extract().jsonPath().getList("items.type");
        assertThat(types).contains("/problems/not-found", "/problems/invalid-body").doesNotHaveDuplicates();
        assertThat(types).allSatisfy(type -> reader().get(type).then().statusCode(200)
                .body("type", equalTo(type)).body("meaning", not(emptyString())));
        reader().get("/problems/no-such-problem").then().statusCode(404);
    }

    @Test
    void no_answer_speaks_of_what_is_inside() {
        for (String path : List.of("/events?q=%27", "/events/'%20or%201=1", "/events?cursor=AAAA", "/events?asOf=999999999999999999",
                "/keys", "/events/%F0%9F%95%8A", "/actors?identifier=a:%25")) {
            assertThat(reader().get(path).asString()).doesNotContainIgnoringCase("exception")
                    .doesNotContain("org.casus").doesNotContain("java.").doesNotContainIgnoringCase("hibernate")
                    .doesNotContainIgnoringCase("<html");
        }
    }
}
