package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesRegex;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the record said on an earlier day. */
abstract class AsOfReadsSuite extends HttpSuite {

    @Test
    void an_item_is_answered_as_of_a_number_an_instant_and_a_day() {
        String path = "/actors/" + actor("First name");
        Response first = reader().get(path);
        long then = first.jsonPath().getLong("revision");
        patch(path, "{\"name\": \"Second name\"}");
        String between = reader().get(path + "/revisions").jsonPath().getString("items[0].recordedAt");
        reader().get(path + "?asOf=" + then).then().statusCode(200).body("name", equalTo("First name"))
                .body("revision", equalTo((int) then)).body("updatedAt", equalTo(first.jsonPath().getString("updatedAt")));
        reader().get(path + "?asOf=" + between).then().statusCode(200).body("name", equalTo("First name"));
        reader().get(path + "?asOf=" + head()).then().statusCode(200).body("name", equalTo("Second name"));
        reader().get(path + "?asOf=2001-01-01").then().statusCode(404);
    }

    @Test
    void an_instant_may_be_written_with_the_offset_of_its_place() {
        String path = "/actors/" + actor("Here");
        String recorded = reader().get(path + "/revisions").jsonPath().getString("items[0].recordedAt");
        String inPrague = Instant.parse(recorded).plusSeconds(7200).toString().replace("Z", "%2B02:00");
        reader().get(path + "?asOf=" + inPrague).then().statusCode(200).body("name", equalTo("Here"));
    }

    @Test
    void beyond_the_head_the_number_to_use_is_named() {
        long head = head();
        reader().get("/events/moore-prague-speech?asOf=" + (head + 1_000_000)).then().statusCode(400)
                .body("errors.parameter", contains("asOf")).body("errors.code", contains("range"))
                .body("detail", matchesRegex(".*asOf=[0-9]+.*"));
        reader().get("/events?asOf=999999999999999999").then().statusCode(400).body("errors.code", contains("range"));
    }

    @Test
    void a_day_that_is_not_over_and_an_instant_to_come_are_refused_with_the_number_to_use() {
        for (String notYet : List.of(LocalDate.now(ZoneOffset.UTC).plusDays(1).toString(), "2999-12-31",
                "2999-01-01T00:00:00Z")) {
            reader().get("/events?asOf=" + notYet).then().statusCode(400)
                    .body("errors.parameter", contains("asOf")).body("detail", matchesRegex(".*asOf=[0-9]+.*"));
        }
    }

    @Test
    void a_release_that_was_never_loaded_is_refused_with_where_to_look() {
        reader().get("/events?asOf=prague-2023@1").then().statusCode(400)
                .body("errors.parameter", contains("asOf")).body("errors.code", contains("unknown-reference"))
                .body("detail", containsString("nor any other; GET /datasets"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-1", "1.5", "2023-02-30", "2023-07", "2023-07-19T12:00", "%D9%A5", "prague-2023@",
        "99999999999999999999"})
    void what_is_no_moment_is_refused(String asOf) {
        for (String path : List.of("/events", "/events/moore-prague-speech")) {
            reader().get(path + "?asOf=" + asOf).then().statusCode(400)
                    .body("errors.parameter", contains("asOf")).body("errors.code", contains("pattern"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "-0044-03-15", "1969-12-31", "0000-01-01T00:00:00Z", "%2B10000-01-01",
        "%2B999999999-12-31T23:59:59Z"})
    void a_moment_beyond_all_records_is_refused(String asOf) {
        reader().get("/events?asOf=" + asOf).then().statusCode(400).body("errors.parameter", contains("asOf"));
    }

    @Test
    void before_its_creation_a_resource_is_not_found_and_before_all_a_list_is_empty() {
        String path = "/actors/" + actor("Late");
        reader().get(path + "?asOf=" + (revisionOf(path) - 1)).then().statusCode(404)
                .body("detail", containsString("at revision " + (revisionOf(path) - 1)));
        reader().get("/events?asOf=0").then().statusCode(200).body("total", equalTo(0)).body("items", empty());
    }

    @Test
    void what_was_gone_then_is_gone_then() {
        String path = "/actors/" + actor("Gone for a while");
        delete(path);
        long gone = reader().get(path + "/revisions").jsonPath().getLong("items[-1].revision");
        create(path, "{\"name\": \"Back\", \"kind\": \"group\"}");
        reader().get(path + "?asOf=" + gone).then().statusCode(410);
        reader().get(path).then().statusCode(200).body("name", equalTo("Back"));
        reader().get(path + "?asOf=" + (gone - 1)).then().statusCode(200).body("name", equalTo("Gone for a while"));
    }

    @Test
    void names_are_shown_as_they_stood() {
        String actor = actor("Oldactor");
        String place = place("Oldplace", null);
        String id = unique("named");
        long then = create("/events/" + id, event("Named", "2024", """
                , "place": "%s", "participants": [{"role": "host", "actor": "%s"}]""".formatted(place, actor)))
                .jsonPath().getLong("revision");
        patch("/actors/" + actor, "{\"name\": \"Newactor\"}");
        patch("/places/" + place, "{\"name\": \"Newplace\"}");
        for (String path : List.of("/events/" + id, "/events?actor=" + actor)) {
            String at = path.contains("?") ? "items[0]." : "";
            reader().get(path).then().statusCode(200).body(at + "place.name", equalTo("Newplace"))
                    .body(at + "participants[0].actor.name", equalTo("Newactor"));
            reader().get(path + (path.contains("?") ? "&" : "?") + "asOf=" + then).then().statusCode(200)
                    .body(at + "place.name", equalTo("Oldplace"))
                    .body(at + "participants[0].actor.name", equalTo("Oldactor"));
        }
    }

    @Test
    void a_name_is_found_while_it_holds_and_not_after() {
        String old = unique("oldname").replace("-", "");
        String anew = unique("newname").replace("-", "");
        String actor = actor(old);
        String id = unique("searched");
        long then = create("/events/" + id, event("Searched", "2024",
                ", \"participants\": [{\"role\": \"host\", \"actor\": \"%s\"}]".formatted(actor)))
                .jsonPath().getLong("revision");
        patch("/actors/" + actor, "{\"name\": \"%s\"}".formatted(anew));
        reader().get("/events?q=" + anew).then().body("items.id", contains(id));
        reader().get("/events?q=" + old).then().body("items", empty());
        reader().get("/events?q=" + old + "&asOf=" + then).then().body("items.id", contains(id));
        reader().get("/events?q=" + anew + "&asOf=" + then).then().body("items", empty());
        reader().get("/actors?q=" + old + "&asOf=" + then).then().body("items.id", contains(actor));
        reader().get("/actors?q=" + anew + "&asOf=" + then).then().body("items", empty());
    }

    @Test
    void what_lay_where_is_remembered() {
        String north = place("North", null);
        String south = place("South", null);
        String town = place("Town", north);
        String id = unique("located");
        long then = create("/events/" + id, event("Located", "2024", ", \"place\": \"" + town + "\""))
                .jsonPath().getLong("revision");
        patch("/places/" + town, "{\"within\": \"" + south + "\"}");
        reader().get("/events?place=" + south).then().body("items.id", contains(id));
        reader().get("/events?place=" + north).then().body("items", empty());
        reader().get("/events?place=" + north + "&asOf=" + then).then().body("items.id", contains(id));
        reader().get("/events?place=" + south + "&asOf=" + then).then().body("items", empty());
        reader().get("/places?within=" + north + "&asOf=" + then).then().body("items.id", hasItem(town));
    }

    @Test
    void a_permalink_gives_the_same_bytes_whatever_happens_after() {
        String set = dataset();
        String path = "/events/" + unique("cited");
        create(path, event("Cited", "2024", ", \"dataset\": \"" + set + "\", \"place\": \"prague\""));
        String permalink = reader().get("/events?dataset=" + set).jsonPath().getString("links.permalink");
        String cited = reader().get(permalink).asString();
        patch(path, "{\"title\": \"Changed\"}");
        patch("/datasets/" + set, "{\"title\": \"Renamed\"}");
        create("/events/" + unique("further"), event("Further", "2024", ", \"dataset\": \"" + set + "\""));
        delete(path);
        assertThat(reader().get(permalink).asString()).isEqualTo(cited);
    }

    @Test
    void links_of_an_answer_as_of_a_revision_stay_there() {
        String path = "/events/moore-prague-speech";
        long head = head();
        reader().get(path + "?asOf=" + head).then()
                .body("place.href", equalTo("/places/british-embassy-prague?asOf=" + head))
                .body("links.related", equalTo("/events?relatedTo=moore-prague-speech&asOf=" + head))
                .body("links.self", equalTo(path + "?asOf=" + head));
        reader().get("/events?type=speech&asOf=" + head).then()
                .body("links.self", equalTo("/events?asOf=" + head + "&type=speech"))
                .body("items[0].type.href", equalTo("/event-types/speech?asOf=" + head));
    }

    @Test
    void a_filter_may_name_what_is_deleted_as_of_when_it_was_not() {
        String actor = actor("Short-lived");
        String id = unique("with");
        String path = "/events/" + id;
        long then = create(path, event("With", "2024",
                ", \"participants\": [{\"role\": \"host\", \"actor\": \"%s\"}]".formatted(actor)))
                .jsonPath().getLong("revision");
        delete(path);
        delete("/actors/" + actor);
        reader().get("/events?actor=" + actor + "&asOf=" + then).then().statusCode(200).body("items.id", contains(id));
        reader().get("/events?actor=" + actor).then().statusCode(200).body("items", empty());
    }
}
