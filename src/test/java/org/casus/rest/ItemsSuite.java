package org.casus.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items and lists as a reader gets them. */
abstract class ItemsSuite extends HttpSuite {

    /** Other tests may have filled the lists; nearest links are followed first. */
    private static final int MOST_LINKS = 900;

    @Test
    void a_reference_is_an_object_with_what_a_page_shows() {
        reader().get("/events/moore-prague-speech").then().statusCode(200)
                .body("type", equalTo(Map.of("id", "speech", "name", "Speech", "href", "/event-types/speech")))
                .body("place", equalTo(Map.of("id", "british-embassy-prague", "name", "British Embassy, Prague",
                        "href", "/places/british-embassy-prague")))
                .body("participants.find { it.role == 'organizer' }.actor",
                        equalTo(Map.of("id", "mi6", "name", "MI6", "href", "/actors/mi6")))
                .body("relations.find { it.event.id == 'prague-spring' }.event",
                        equalTo(Map.of("id", "prague-spring", "name", "Prague Spring", "href", "/events/prague-spring")))
                .body("reports[0].source.href", equalTo("/sources/kyiv-post-2023-07-19"))
                .body("dataset", equalTo(Map.of("id", "prague-2023", "name", "The Prague dossier",
                        "href", "/datasets/prague-2023")));
    }

    @Test
    void the_bounds_of_a_date_are_shown_and_an_open_end_has_none() {
        reader().get("/events/invasion-of-czechoslovakia").then().statusCode(200)
                .body("when", equalTo("1968-08-20/1968-08-21"))
                .body("earliest", equalTo("1968-08-20T00:00:00Z"))
                .body("latest", equalTo("1968-08-21T23:59:59.999Z"));
        reader().get("/events/russian-invasion-of-ukraine").then().statusCode(200)
                .body("earliest", equalTo("2022-02-24T00:00:00Z"))
                .body("$", not(hasKey("latest")));
    }

    @Test
    void arrays_are_there_when_empty_and_what_is_unknown_is_absent() {
        String id = unique("bare");
        create("/events/" + id, event("An event of which little is known", "2023", ""));
        reader().get("/events/" + id).then().statusCode(200)
                .body("participants", empty()).body("relations", empty()).body("reports", empty())
                .body("codings", empty()).body("tags", empty())
                .body("$", not(hasKey("summary"))).body("$", not(hasKey("place")))
                .body("$", not(hasKey("location"))).body("$", not(hasKey("fatalities")))
                .body("$", not(hasKey("dataset")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/actors", "/places", "/sources", "/statements", "/datasets", "/event-types"})
    void a_list_says_how_many_there_are_and_where_it_can_be_cited(String path) {
        reader().get(path + "?limit=1").then().statusCode(200)
                .body("items.size()", equalTo(1))
                .body("total", greaterThanOrEqualTo(1))
                .body("asOf", greaterThanOrEqualTo(1))
                .body("links.self", equalTo(path + "?limit=1"))
                .body("links.permalink", matchesRegex(path + "\\?asOf=[0-9]+&limit=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/actors", "/places", "/sources", "/statements", "/datasets", "/event-types"})
    void an_item_of_a_list_is_the_item_itself(String path) {
        Map<String, Object> listed = reader().get(path + "?limit=1").jsonPath().getMap("items[0]");
        Map<String, Object> alone = reader().get(path + "/" + listed.get("id")).jsonPath().getMap("$");
        assertThat(listed).isEqualTo(alone);
    }

    @Test
    void nothing_is_null_anywhere() {
        for (String path : List.of("/events", "/actors", "/places", "/sources", "/statements", "/datasets",
                "/event-types", "/changes")) {
            String body = reader().get(path + "?limit=1000").then().statusCode(200).extract().asString();
            assertThat(body).as(path).doesNotContainPattern(":\\s*null[,}]").doesNotContainPattern("[\\[,]\\s*null\\s*[,\\]]");
        }
    }

    @Test
    void the_landing_page_links_to_everything() {
        reader().get("/").then().statusCode(200)
                .body("title", equalTo("Casus"))
                .body("links.rel", hasItems("self", "service-desc", "service-doc", "conformance", "data"))
                .body("links.title", hasItems("events", "event-types", "changes", "problems"))
                .body("links.find { it.title == 'events' }.href", equalTo(RestAssured.baseURI + ":" + RestAssured.port + "/events"))
                .body("links.find { it.rel == 'service-desc' }.href", endsWith("/openapi?f=json"));
    }

    /** Every link and reference that any answer holds, from the front door on, in the dossier and the vocabulary. */
    @Test
    void every_link_in_every_body_can_be_followed() throws Exception {
        assertThat(walk("/", "/events?dataset=prague-2023", "/event-types/speech")).as("broken links, and where they stand").isEmpty();
    }

    @Test
    void every_link_of_the_past_can_be_followed_and_stays_in_the_past() throws Exception {
        String id = unique("event");
        String set = dataset();
        long then = create("/events/" + id, event("Linked", "2023-07-19", ", \"dataset\": \"" + set
                + "\", \"place\": \"prague\", \"participants\": [{\"role\": \"speaker\", \"actor\": \"mi6\"}]"))
                .jsonPath().getLong("revision");
        replace("/events/" + id, event("Linked no more", "2023-07-19", ""));
        Set<String> links = links(reader().get("/events/" + id + "?asOf=" + then));
        links.addAll(links(reader().get("/datasets/" + set + "?asOf=" + then)));
        assertThat(links).contains("/places/prague?asOf=" + then, "/events?dataset=" + set + "&asOf=" + then,
                "/events/" + id + "/revisions", "/changes?dataset=" + set);
        assertThat(links).allSatisfy(link -> {
            boolean ofTheLedger = link.endsWith("/revisions") || link.startsWith("/changes");
            assertThat(ofTheLedger || link.contains("asOf=" + then)).as(link).isTrue();
            reader().get(link).then().statusCode(200);
        });
    }

    /** Paths that answered something else than 200, with the page that links to them. */
    private static Map<String, String> walk(String... starts) throws Exception {
        Map<String, String> linkedFrom = new LinkedHashMap<>();
        Map<String, String> broken = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(starts));
        open.forEach(start -> linkedFrom.put(start, "the start"));
        while (!open.isEmpty()) {
            String path = open.poll();
            Response response = path.equals("/docs") || path.startsWith("/openapi") ? given().get(path) : reader().get(path);
            if (response.statusCode() != 200) {
                broken.put(path, response.statusCode() + ", linked from " + linkedFrom.get(path));
            } else if (response.contentType().startsWith("application/json") && !path.contains("asOf=")) {
                links(response).stream().filter(link -> linkedFrom.size() < MOST_LINKS)
                        .filter(link -> linkedFrom.putIfAbsent(link, path) == null).forEach(open::add);
            }
        }
        assertThat(linkedFrom.keySet()).contains("/events/moore-prague-speech", "/places/prague", "/actors/mi6",
                "/openapi?f=json", "/docs", "/event-types/speech/revisions", "/collections/events/items");
        return broken;
    }

    private static Set<String> links(Response response) throws Exception {
        Set<String> links = new LinkedHashSet<>();
        collect(new ObjectMapper().readTree(response.asString()), links);
        return links;
    }

    /** OGC documents have absolute addresses. */
    private static String here(JsonNode link) {
        return link.path("href").textValue().replace(RestAssured.baseURI + ":" + RestAssured.port, "");
    }

    private static void collect(JsonNode node, Set<String> links) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (member.getKey().equals("href")) {
                    links.add(member.getValue().textValue());
                } else if (member.getKey().equals("links")) {
                    member.getValue().forEach(link -> links.add(link.isTextual() ? link.textValue() : here(link)));
                } else {
                    collect(member.getValue(), links);
                }
            });
        } else {
            node.forEach(element -> collect(element, links));
        }
    }

    @Test
    void the_lists_of_the_dossier_hold_what_it_is_about() {
        reader().get("/statements?speaker=richard-moore").then().statusCode(200)
                .body("total", greaterThanOrEqualTo(12))
                .body("items.madeIn.id", hasItem("moore-prague-speech"));
        reader().get("/actors?q=secret%20intelligence%20service").then().statusCode(200)
                .body("items.id", hasItem("mi6"));
    }
}
