package org.casus.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what clients send. */
abstract class WritesSuite extends HttpSuite {

    @Test
    void post_creates_under_the_id_of_the_body() {
        String id = unique("summit");
        Response created = writer().contentType("application/json").body("""
                {"id": "%s", "type": "meeting", "title": "A summit", "when": "2024-05"}""".formatted(id)).post("/events");
        created.then().statusCode(201).header("Location", equalTo("/events/" + id)).body("id", equalTo(id));
        reader().get("/events/" + id).then().statusCode(200).header("ETag", equalTo(created.header("ETag")))
                .body("$", equalTo(created.jsonPath().getMap("$")));
    }

    @Test
    void post_without_an_id_makes_one_of_the_title_and_another_for_the_same_title() {
        String title = "Čaj o páté " + unique("tea");
        String wanted = title.toLowerCase().replace("č", "c").replace("á", "a").replace("é", "e").replace(' ', '-');
        Response first = writer().contentType("application/json").body(event(title, "2024", "")).post("/events");
        first.then().statusCode(201).header("Location", equalTo("/events/" + wanted));
        writer().contentType("application/json").body(event(title, "2024", "")).post("/events").then()
                .statusCode(201).header("Location", startsWith("/events/" + wanted + "-"));
    }

    @Test
    void post_of_an_id_that_is_taken_is_a_conflict() {
        String id = actor("Taken");
        writer().contentType("application/json").body("""
                {"id": "%s", "name": "Another", "kind": "group"}""".formatted(id)).post("/actors").then()
                .statusCode(409).body("type", equalTo("/problems/conflict"))
                .body("errors.code", contains("taken")).body("errors.pointer", contains("#/id"));
        reader().get("/actors/" + id).then().body("name", equalTo("Taken"));
    }

    @Test
    void put_creates_then_replaces_and_what_is_left_out_is_gone() {
        String path = "/events/" + unique("put");
        create(path, event("First", "2024-01-01", ", \"summary\": \"Some words\", \"tags\": [\"a\"]"))
                .then().header("Location", equalTo(path));
        replace(path, event("Second", "2024-01-02", "")).then()
                .body("title", equalTo("Second")).body("$", not(hasKey("summary"))).body("tags", empty());
        reader().get(path).then().body("title", equalTo("Second")).body("$", not(hasKey("summary")));
    }

    @Test
    void put_of_what_is_there_makes_no_revision() {
        String path = "/events/" + unique("same");
        String body = event("The same", "2024-01-01", ", \"place\": \"prague\"");
        Response created = create(path, body);
        replace(path, body).then().header("ETag", equalTo(created.header("ETag")))
                .body("revision", equalTo(created.jsonPath().getInt("revision")))
                .body("updatedAt", equalTo(created.jsonPath().getString("updatedAt")));
        reader().get(path + "/revisions").then().body("items.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events/moore-prague-speech", "/actors/richard-moore", "/places/kyiv",
        "/sources/kyiv-post-2023-07-19", "/datasets/prague-2023"})
    void what_a_get_answers_can_be_put_back_as_it_is(String path) {
        Response got = reader().get(path);
        replace(path, got.asString()).then().body("$", equalTo(got.jsonPath().getMap("$")))
                .header("ETag", equalTo(got.header("ETag")));
    }

    @Test
    void every_statement_of_the_dossier_can_be_put_back_as_it_is() {
        List<String> ids = reader().get("/statements?speaker=richard-moore&limit=1000").jsonPath().getList("items.id");
        assertThat(ids).hasSizeGreaterThan(10).allSatisfy(id -> {
            Response got = reader().get("/statements/" + id);
            replace("/statements/" + id, got.asString()).then().body("$", equalTo(got.jsonPath().getMap("$")));
        });
    }

    @Test
    void references_are_taken_as_ids_and_as_the_objects_that_answers_show() {
        String path = "/events/" + unique("refs");
        create(path, """
                {"type": {"id": "speech", "name": "whatever", "href": "/event-types/speech"}, "title": "By reference",
                 "when": "2024", "place": "prague",
                 "participants": [{"role": "speaker", "actor": {"id": "mi6"}}, {"role": "host", "actor": "united-kingdom"}]}""")
                .then().body("type.name", equalTo("Speech")).body("place.name", equalTo("Prague"))
                .body("participants.actor.id", contains("mi6", "united-kingdom"));
    }

    @Test
    void a_patch_changes_what_it_names_and_null_removes() {
        String path = "/events/" + unique("patched");
        create(path, event("Before", "2024", ", \"summary\": \"Words\", \"tags\": [\"a\", \"b\"],"
                + " \"fatalities\": {\"low\": 1, \"best\": 2, \"high\": 3}"));
        patch(path, """
                {"title": "After", "summary": null, "tags": ["c"], "fatalities": {"best": 3}}""").then()
                .body("title", equalTo("After")).body("$", not(hasKey("summary"))).body("tags", contains("c"))
                .body("fatalities", equalTo(Map.of("low", 1, "best", 3, "high", 3))).body("when", equalTo("2024"));
        patch(path, """
                {"fatalities": {"low": null}, "tags": null}""").then()
                .body("fatalities", equalTo(Map.of("best", 3, "high", 3))).body("tags", empty());
        patch(path, """
                {"fatalities": null}""").then().body("$", not(hasKey("fatalities")));
    }

    @Test
    void a_patch_that_changes_nothing_makes_no_revision() {
        String path = "/actors/" + actor("Steady");
        long before = revisionOf(path);
        patch(path, "{}");
        patch(path, """
                {"name": "Steady", "description": null}""").then().body("revision", equalTo((int) before));
        assertThat(revisionOf(path)).isEqualTo(before);
    }

    @Test
    void a_patch_that_could_change_nothing_is_refused() {
        String path = "/events/" + unique("patched");
        create(path, event("Whole", "2024", ", \"place\": \"kyiv\""));
        for (String patch : List.of("{\"place\": {\"name\": \"Prague\"}}", "{\"place\": {\"href\": \"/places/prague\"}}")) {
            writer().contentType(MERGE_PATCH).header("If-Match", "*").body(patch).patch(path).then().statusCode(422)
                    .body("errors.pointer", hasItems("#/place"));
        }
        writer().contentType(MERGE_PATCH).header("If-Match", "*").body("{\"sumary\": null}").patch(path).then().statusCode(422)
                .body("errors[0].code", equalTo("unknown-member")).body("detail", containsString("did you mean 'summary'?"));
        patch(path, "{\"place\": {\"id\": \"prague\", \"name\": \"Prague\"}}").then().body("place.id", equalTo("prague"));
    }

    @Test
    void what_is_said_twice_is_said_once() {
        String path = "/events/" + unique("twice");
        create(path, event("Twice", "2024", """
                , "tags": ["b", "a", "b"], "codings": [{"scheme": "cameo", "code": "190"}, {"scheme": "cameo", "code": "190"}],
                "participants": [{"role": "speaker", "actor": "mi6"}, {"role": "speaker", "actor": "mi6"},
                {"role": "host", "actor": "mi6"}]"""))
                .then().body("tags", equalTo(List.of("b", "a"))).body("codings", hasSize(1)).body("participants", hasSize(2));
    }

    @Test
    void a_cameo_code_says_its_weight_and_what_a_get_showed_of_it_may_be_sent_back() {
        String path = "/events/" + unique("weighed");
        Response made = create(path, event("Weighed", "2024",
                ", \"codings\": [{\"scheme\": \"cameo\", \"code\": \"190\"}, {\"scheme\": \"acled\", \"code\": \"190\"}]"));
        made.then().body("codings[0].goldstein", equalTo(-10.0f)).body("codings[1].goldstein", nullValue());
        replace(path, made.asString()).then().body("revision", equalTo(made.jsonPath().getInt("revision")));
    }

    @Test
    void a_patch_that_takes_away_what_is_required_is_refused() {
        String path = "/events/" + unique("required");
        create(path, event("Whole", "2024", ""));
        writer().contentType(MERGE_PATCH).header("If-Match", "*").body("""
                {"title": null, "when": null}""").patch(path).then().statusCode(422)
                .body("errors.pointer", hasItems("#/title", "#/when")).body("errors.code", hasItems("required"));
        reader().get(path).then().body("title", equalTo("Whole"));
    }

    @Test
    void members_that_the_server_sets_may_be_sent_as_they_are_and_not_otherwise() {
        String path = "/events/" + unique("readonly");
        long revision = create(path, event("Own", "2024", "")).jsonPath().getLong("revision");
        writer().contentType("application/json").header("If-Match", "*").body(event("Own", "2024", """
                , "revision": %d, "createdAt": "1999-01-01T00:00:00Z", "latest": "2030-01-01T00:00:00Z\"""".formatted(revision)))
                .put(path).then().statusCode(422)
                .body("errors.pointer", contains("#/createdAt", "#/latest"))
                .body("errors.code", contains("read-only", "read-only"));
        refused(path, "{\"revision\": 1}", "#/revision");
        refused(path, "{\"id\": \"another\"}", "#/id");
        refused(path, "{\"id\": null}", "#/id");
    }

    private static void refused(String path, String patch, String pointer) {
        writer().contentType(MERGE_PATCH).header("If-Match", "*").body(patch).patch(path).then().statusCode(422)
                .body("errors.pointer", contains(pointer)).body("errors.code", contains("read-only"));
    }

    @Test
    void the_date_can_be_changed_by_patch_alone() {
        String path = "/events/" + unique("moved");
        create(path, event("Moved", "2024-03-01", ""));
        patch(path, "{\"when\": \"2024-04-01\"}").then()
                .body("earliest", equalTo("2024-04-01T00:00:00Z")).body("latest", equalTo("2024-04-01T23:59:59.999Z"));
    }

    @Test
    void what_is_deleted_is_gone_with_its_reason_and_still_there_before() {
        String path = "/events/" + unique("doomed");
        long lived = create(path, event("Doomed", "2024", "")).jsonPath().getLong("revision");
        writer().header("If-Match", "*").delete(path + "?reason=It%20never%20happened").then().statusCode(204);
        reader().get(path).then().statusCode(410).body("type", equalTo("/problems/gone"))
                .body("detail", containsString("It never happened"));
        reader().get(path + "?asOf=" + lived).then().statusCode(200).body("title", equalTo("Doomed"));
        Response revisions = reader().get(path + "/revisions");
        revisions.then().statusCode(200)
                .body("items.operation", contains("create", "delete"))
                .body("items[1].reason", equalTo("It never happened")).body("items[1].author", equalTo("admin"));
        reader().get(revisions.jsonPath().getString("items[1].href")).then().statusCode(200)
                .body("title", equalTo("Doomed"));
    }

    @Test
    void a_deletion_needs_a_reason() {
        String path = "/actors/" + actor("Kept");
        writer().header("If-Match", "*").delete(path).then().statusCode(400)
                .body("errors.parameter", contains("reason")).body("errors.code", contains("required"));
        reader().get(path).then().statusCode(200);
    }

    @Test
    void what_was_deleted_cannot_be_deleted_or_patched_or_posted_but_put_again() {
        String id = unique("again");
        String path = "/events/" + id;
        create(path, event("Once", "2024", ""));
        delete(path);
        writer().header("If-Match", "*").delete(path + "?reason=x").then().statusCode(410);
        writer().header("If-Match", "*").contentType(MERGE_PATCH).body("{}").patch(path).then().statusCode(410);
        writer().contentType("application/json").body(event("Posted", "2024", ", \"id\": \"" + id + "\""))
                .post("/events").then().statusCode(409);
        create(path, event("Twice", "2024", "")).then().body("title", equalTo("Twice"));
        reader().get(path + "/revisions").then().body("items.operation", contains("create", "delete", "create"));
    }

    @Test
    void what_others_refer_to_is_not_deleted_and_they_are_named() {
        String actor = actor("Needed");
        String place = place("Needed", null);
        String path = "/events/" + unique("referrer");
        create(path, event("Refers", "2024", """
                , "place": "%s", "participants": [{"role": "host", "actor": "%s"}]""".formatted(place, actor)));
        for (String needed : List.of("/actors/" + actor, "/places/" + place)) {
            writer().header("If-Match", "*").delete(needed + "?reason=x").then().statusCode(409)
                    .body("type", equalTo("/problems/conflict"))
                    .body("errors.code", contains("referred"))
                    .body("errors[0].detail", equalTo(path + " refers to it"));
            reader().get(needed).then().statusCode(200);
        }
        delete(path);
        delete("/actors/" + actor);
        delete("/places/" + place);
    }

    @Test
    void what_a_statement_refers_to_is_not_deleted_either() {
        String event = unique("cited");
        String source = unique("citing");
        create("/events/" + event, event("Cited", "2024", ""));
        create("/sources/" + source, """
                {"publisher": "A paper", "title": "A report", "kind": "article"}""");
        String statement = "/statements/" + unique("statement");
        create(statement, """
                {"speaker": "mi6", "gist": "Something was said", "madeIn": "%s", "source": "%s",
                 "about": [{"event": "%s"}]}""".formatted(event, source, event));
        for (String path : List.of("/events/" + event, "/sources/" + source)) {
            writer().header("If-Match", "*").delete(path + "?reason=x").then().statusCode(409)
                    .body("errors[0].detail", equalTo(statement + " refers to it"));
        }
    }

    @Test
    void an_event_that_refers_to_itself_can_be_deleted() {
        String id = unique("selfish");
        create("/events/" + id, event("Selfish", "2024", ""));
        patch("/events/" + id, "{\"relations\": [{\"kind\": \"refersTo\", \"event\": \"%s\"}]}".formatted(id));
        delete("/events/" + id);
    }

    @Test
    void no_place_lies_within_itself() {
        String outer = place("Outer", null);
        String middle = place("Middle", outer);
        String inner = place("Inner", middle);
        for (String within : List.of(inner, outer)) {
            writer().contentType(MERGE_PATCH).header("If-Match", "*").body("{\"within\": \"%s\"}".formatted(within))
                    .patch("/places/" + outer).then().statusCode(422)
                    .body("errors.code", contains("circle")).body("errors.pointer", contains("#/within"));
        }
        reader().get("/places/" + outer).then().body("$", not(hasKey("within")));
    }

    @Test
    void no_actor_is_part_of_itself_but_two_may_be_members_of_each_other() {
        String one = actor("One");
        String two = actor("Two");
        patch("/actors/" + two, "{\"memberships\": [{\"kind\": \"partOf\", \"of\": \"%s\"}]}".formatted(one));
        writer().contentType(MERGE_PATCH).header("If-Match", "*")
                .body("{\"memberships\": [{\"kind\": \"partOf\", \"of\": \"%s\", \"when\": \"1900\"}]}".formatted(two))
                .patch("/actors/" + one).then().statusCode(422).body("errors.code", contains("circle"));
        patch("/actors/" + one, "{\"memberships\": [{\"kind\": \"memberOf\", \"of\": \"%s\"}]}".formatted(two));
    }

    @Test
    void no_event_is_part_of_itself_but_two_may_refer_to_each_other() {
        String one = unique("one");
        String two = unique("two");
        create("/events/" + one, event("One", "2024", ""));
        create("/events/" + two, event("Two", "2024",
                ", \"relations\": [{\"kind\": \"partOf\", \"event\": \"%s\"}]".formatted(one)));
        writer().contentType(MERGE_PATCH).header("If-Match", "*")
                .body("{\"relations\": [{\"kind\": \"partOf\", \"event\": \"%s\"}]}".formatted(two))
                .patch("/events/" + one).then().statusCode(422)
                .body("errors.code", contains("circle")).body("errors.pointer", contains("#/relations"));
        patch("/events/" + one, "{\"relations\": [{\"kind\": \"refersTo\", \"event\": \"%s\"}]}".formatted(two));
    }

    @Test
    void the_title_of_a_related_event_is_shown_as_it_stood_when_the_relation_was_written() {
        String first = unique("first");
        String second = unique("second");
        create("/events/" + first, event("Old title", "2024", ""));
        create("/events/" + second, event("Refers", "2024",
                ", \"relations\": [{\"kind\": \"refersTo\", \"event\": \"%s\"}]".formatted(first)));
        patch("/events/" + first, "{\"title\": \"New title\"}");
        reader().get("/events/" + second).then().body("relations[0].event.name", equalTo("Old title"));
    }

    @Test
    void a_reason_stands_in_the_ledger_beside_who_wrote() {
        String path = "/datasets/" + unique("reasoned");
        writer().contentType("application/json").body("{\"title\": \"With a reason\"}")
                .put(path + "?reason=Release%202%20of%20it").then().statusCode(201);
        reader().get(path + "/revisions").then().body("items[0].reason", equalTo("Release 2 of it"))
                .body("items[0].author", equalTo("admin")).body("items[0].operation", equalTo("create"));
    }
}
