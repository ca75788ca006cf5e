package org.casus.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger read out, as pages and as a stream. */
abstract class ChangesSuite extends HttpSuite {

    @Test
    void numbers_run_from_1_without_a_gap() {
        actor("So that there is something");
        List<Integer> numbers = new ArrayList<>();
        String path = "/changes?limit=100";
        while (path != null) {
            Response page = reader().get(path);
            page.then().statusCode(200);
            numbers.addAll(page.jsonPath().getList("items.revision"));
            path = page.jsonPath().getString("links.next");
        }
        assertThat(numbers).hasSizeGreaterThan(100).first().isEqualTo(1);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void a_change_says_what_when_who_and_why() {
        long before = head();
        String path = "/events/" + unique("changed");
        create(path, event("Changed", "2024", ", \"dataset\": \"prague-2023\""));
        patch(path, "{\"title\": \"Changed again\", \"dataset\": null}");
        delete(path);
        Response changes = reader().get("/changes?after=" + before + "&kind=event");
        int at = changes.jsonPath().getList("items.id").indexOf(path.substring("/events/".length()));
        changes.then().statusCode(200)
                .body("items[" + at + "].operation", equalTo("create"))
                .body("items[" + at + "].kind", equalTo("event"))
                .body("items[" + at + "].dataset", equalTo("prague-2023"))
                .body("items[" + at + "].author", equalTo("admin"))
                .body("items[" + at + "]", not(hasKey("reason")))
                .body("items[" + at + "].href", equalTo(path + "?asOf=" + changes.jsonPath().getInt("items[" + at + "].revision")));
        assertThat(changes.jsonPath().getList("items.findAll { it.id == '" + path.substring("/events/".length())
                + "' }.operation")).containsExactly("create", "update", "delete");
        assertThat(Instant.parse(changes.jsonPath().getString("items[" + at + "].recordedAt")))
                .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(5));
    }

    @Test
    void an_update_says_what_it_changed_member_by_member() {
        String set = dataset();
        String other = actor("Another");
        String host = actor("A host");
        String place = place("There", null);
        String path = "/events/" + unique("differing");
        create(path, event("Differing", "2024-01-01", """
                , "dataset": "%s", "fatalities": {"low": 1, "best": 3, "high": 4}, "tags": ["a", "b"], "place": "%s",
                 "participants": [{"role": "speaker", "actor": "%s"}, {"role": "host", "actor": "%s"}]""".formatted(
                set, place, other, host)));
        patch(path, """
                {"title": "Differing now", "fatalities": {"best": 5, "high": 5}, "tags": ["c", "a", "b"], "place": null,
                 "participants": [{"role": "host", "actor": "%s"}], "summary": "%s"}""".formatted(host, "s".repeat(600)));
        patch(path, """
                {"tags": ["b", "a", "c"], "when": "2024-01-02"}""");
        for (String list : List.of(path + "/revisions", "/changes?dataset=" + set)) {
            reader().get(list).then().statusCode(200).body("items[0]", not(hasKey("changed")))
                    .body("items[1].changed.pointer", contains("/fatalities/best", "/fatalities/high", "/participants/0",
                            "/place", "/summary", "/tags/0", "/title"))
                    .body("items[1].changed[0].from", equalTo(3)).body("items[1].changed[0].to", equalTo(5))
                    .body("items[1].changed[2].from.actor", equalTo(other)).body("items[1].changed[2]", not(hasKey("to")))
                    .body("items[1].changed[3].from", equalTo(place))
                    .body("items[1].changed[4].to", equalTo("s".repeat(500) + "…")).body("items[1].changed[4].cut", equalTo(true))
                    .body("items[1].changed[5].to", equalTo("c")).body("items[1].changed[5]", not(hasKey("from")))
                    .body("items[2].changed.pointer", contains("/tags", "/when"))
                    .body("items[2].changed[0].to", contains("b", "a", "c"))
                    .body("items[2].changed[1].to", equalTo("2024-01-02"));
        }
        delete(path);
        reader().get(path + "/revisions?after=" + (head() - 2)).then().body("items[0].changed.pointer", contains("/tags", "/when"))
                .body("items[1].operation", equalTo("delete")).body("items[1]", not(hasKey("changed")));
    }

    @Test
    void of_very_many_differences_the_first_are_shown_and_the_others_counted() {
        String path = "/actors/" + unique("many");
        create(path, "{\"name\": \"Many\", \"kind\": \"group\"}");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            names.append(i == 0 ? "" : ", ").append("{\"name\": \"Name ").append(i).append("\"}");
        }
        patch(path, "{\"names\": [" + names + "]}");
        reader().get(path + "/revisions").then().body("items[1].changed.size()", equalTo(50))
                .body("items[1].changedLeftOut", equalTo(10)).body("items[1].changed[49].to.name", equalTo("Name 49"));
    }

    @Test
    void changes_are_narrowed_by_kind_dataset_and_number() {
        String set = dataset();
        long first = create("/events/" + unique("a"), event("A", "2024", ", \"dataset\": \"" + set + "\""))
                .jsonPath().getLong("revision");
        actor("Between");
        long second = create("/events/" + unique("b"), event("B", "2024", ", \"dataset\": \"" + set + "\""))
                .jsonPath().getLong("revision");
        reader().get("/changes?dataset=" + set).then().body("items.revision", contains((int) first, (int) second));
        reader().get("/changes?dataset=" + set + "&after=" + first).then().body("items.revision", contains((int) second));
        reader().get("/changes?dataset=" + set + "&upTo=" + first).then().body("items.revision", contains((int) first));
        reader().get("/changes?dataset=" + set + "&kind=actor").then().body("items", empty());
        reader().get("/changes?kind=event-type&limit=1000").then().body("items.kind", everyItem(equalTo("event-type")))
                .body("items.author", everyItem(equalTo("casus")));
    }

    @Test
    void after_the_latest_there_is_nothing_and_beyond_it_no_question() {
        reader().get("/changes?after=" + head()).then().statusCode(200).body("items", empty())
                .body("links", not(hasKey("next")));
        reader().get("/changes?after=999999999").then().statusCode(400).body("errors.parameter", contains("after"))
                .body("errors.code", contains("range"));
        reader().get("/changes?after=2&upTo=1").then().statusCode(400).body("errors.parameter", contains("upTo"));
        reader().get("/changes?dataset=nobody-knows-it").then().statusCode(400).body("errors.parameter", contains("dataset"));
    }

    @Test
    void every_change_leads_to_the_state_that_it_made() {
        reader().get("/changes?limit=1000").jsonPath().getList("items.href", String.class).stream().limit(60)
                .forEach(href -> reader().get(href).then().statusCode(200));
    }

    @Test
    void the_revisions_of_a_resource_are_its_own() {
        String id = actor("Mine");
        patch("/actors/" + id, "{\"name\": \"Mine, changed\"}");
        reader().get("/actors/" + id + "/revisions").then().statusCode(200)
                .body("items.operation", contains("create", "update")).body("items.id", everyItem(equalTo(id)));
        reader().get("/actors/" + id + "/revisions?limit=1").then().body("items.operation", contains("create"))
                .body("links.next", matchesRegex("/actors/" + id + "/revisions\\?after=[0-9]+&limit=1"));
        reader().get("/actors/nobody-of-that-name/revisions").then().statusCode(404);
        reader().get("/events/" + id + "/revisions").then().statusCode(404);
    }

    @Test
    @Timeout(60)
    void a_stream_begins_where_it_is_told_and_goes_on_with_what_is_written() throws Exception {
        String set = dataset();
        String path = "/events/" + unique("live");
        long first = create(path, event("Before", "2024", ", \"dataset\": \"" + set + "\"")).jsonPath().getLong("revision");
        try (EventStreamListener eventStreamListener = EventStreamListener.to("/changes?dataset=" + set, null)) {
            EventStreamListener.Event past = eventStreamListener.next();
            assertThat(past.id()).isEqualTo(Long.toString(first));
            assertThat(past.name()).isEqualTo("create");
            long second = patch(path, "{\"title\": \"After\"}").jsonPath().getLong("revision");
            EventStreamListener.Event live = eventStreamListener.next();
            assertThat(live.id()).isEqualTo(Long.toString(second));
            assertThat(live.name()).isEqualTo("update");
            assertThat(new ObjectMapper().readTree(live.data()).get("href").textValue()).isEqualTo(path + "?asOf=" + second);
        }
    }

    @Test
    @Timeout(60)
    void a_stream_resumes_after_the_last_event_received() throws Exception {
        String set = dataset();
        String path = "/events/" + unique("resumed");
        long first = create(path, event("One", "2024", ", \"dataset\": \"" + set + "\"")).jsonPath().getLong("revision");
        long second = patch(path, "{\"title\": \"Two\"}").jsonPath().getLong("revision");
        try (EventStreamListener eventStreamListener = EventStreamListener.to("/changes?dataset=" + set, Long.toString(first))) {
            assertThat(eventStreamListener.next().id()).isEqualTo(Long.toString(second));
        }
    }

    @Test
    @Timeout(60)
    void a_stream_with_an_end_ends() throws Exception {
        String set = dataset();
        long first = create("/events/" + unique("ending"), event("One", "2024", ", \"dataset\": \"" + set + "\""))
                .jsonPath().getLong("revision");
        try (EventStreamListener eventStreamListener = EventStreamListener.to("/changes?dataset=" + set + "&upTo=" + first, null)) {
            assertThat(eventStreamListener.next().id()).isEqualTo(Long.toString(first));
            assertThat(eventStreamListener.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1.5", "99999999999999999999"})
    void what_was_no_event_of_ours_is_refused(String lastEventId) {
        reader().accept("text/event-stream").header("Last-Event-ID", lastEventId).get("/changes").then().statusCode(400)
                .contentType("application/problem+json").body("errors.header", contains("Last-Event-ID"));
    }

    @Test
    void wrong_parameters_of_a_stream_are_problems_too() {
        reader().accept("text/event-stream").get("/changes?kind=evnt").then().statusCode(400)
                .contentType("application/problem+json").body("errors.parameter", contains("kind"));
        reader().accept("text/event-stream").get("/changes?from=2023").then().statusCode(400);
    }
}
