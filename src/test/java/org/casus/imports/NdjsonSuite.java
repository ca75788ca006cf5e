package org.casus.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.casus.TestClient;
import org.junit.jupiter.api.Test;

/** What Casus exports can be loaded again, and so can the same written by hand. */
abstract class NdjsonSuite extends ImportHttpSuite {

    private static final List<String> KINDS = List.of("events", "statements", "actors", "places", "sources", "datasets");

    /** Things that refer to each other in every way, also forwards and in rings. */
    private static final class World {

        final String word = unique("w");

        String id(String what) {
            return word + "-" + what;
        }

        World made() {
            create("/datasets/" + id("set"), """
                    {"title": "A set", "publisher": "A publisher", "licence": "CC-BY-4.0"}""");
            create("/places/" + id("land"), """
                    {"name": "A land", "kind": "country", "identifiers": [{"scheme": "iso-x", "value": "%s"}]}""".formatted(word));
            create("/places/" + id("town"), """
                    {"name": "A town", "kind": "city", "within": "%s", "bbox": [1, 2, 3, 4],
                     "names": [{"name": "Місто", "language": "uk", "when": "1991/.."}]}""".formatted(id("land")));
            create("/actors/" + id("state"), """
                    {"name": "A state", "kind": "state"}""");
            create("/actors/" + id("chief"), """
                    {"name": "A chief", "kind": "person", "description": "Of it",
                     "memberships": [{"kind": "headOf", "of": "%s", "role": "Chief", "when": "2020/.."}]}""".formatted(id("state")));
            create("/sources/" + id("paper"), """
                    {"publisher": "A paper", "title": "What happened", "kind": "article", "published": "2023-07"}""");
            create("/events/" + id("war"), """
                    {"type": "armed-conflict", "title": "A war", "when": "2022-02-24/..", "dataset": "%s"}""".formatted(id("set")));
            create("/events/" + id("talk"), """
                    {"type": "speech", "title": "A talk \\u2028 about it", "summary": "Of \\"it\\"", "when": "2023-07-19~",
                     "place": "%s", "location": {"lat": 50.1, "lon": 14.0, "precision": "exact"},
                     "participants": [{"role": "speaker", "actor": "%s"}], "tags": ["a", "b"],
                     "relations": [{"kind": "refersTo", "event": "%s"}, {"kind": "partOf", "event": "%s"}],
                     "reports": [{"source": "%s", "attribution": "A man", "note": "x"}],
                     "fatalities": {"low": 1, "best": 2, "high": 3}, "codings": [{"scheme": "cameo", "code": "010"}]}"""
                    .formatted(id("town"), id("chief"), id("war"), id("war"), id("paper")));
            // the war answers the talk that is part of it
            patch("/events/" + id("war"), """
                    {"relations": [{"kind": "respondsTo", "event": "%s"}]}""".formatted(id("talk")));
            create("/statements/" + id("said"), """
                    {"speaker": "%s", "madeIn": "%s", "gist": "So it is", "quote": "Так", "language": "uk",
                     "about": [{"event": "%s"}, {"actor": "%s"}, {"place": "%s"}], "source": "%s"}""".formatted(
                    id("chief"), id("talk"), id("war"), id("state"), id("land"), id("paper")));
            return this;
        }

        void gone() {
            for (String path : List.of("statements/said")) {
                delete("/" + path.replace("/", "/" + word + "-"));
            }
            patch("/events/" + id("war"), "{\"relations\": []}");
            for (String path : List.of("events/talk", "events/war", "sources/paper", "actors/chief", "actors/state",
                    "places/town", "places/land", "datasets/set")) {
                delete("/" + path.replace("/", "/" + word + "-"));
            }
        }

        String exported(String kind) {
            return reader().get("/" + kind + "?all=true&f=ndjson").then().statusCode(200).extract().asString().lines()
                    .filter(line -> line.contains("{\"id\":\"" + word + "-")).map(line -> line + "\n")
                    .filter(line -> line.startsWith("{\"id\":\"" + word)).collect(Collectors.joining());
        }

        String exported() {
            return KINDS.stream().map(this::exported).collect(Collectors.joining());
        }
    }

    /** Lines without what is another at every store, in the order of their ids. */
    private static List<JsonNode> content(String lines) {
        return lines.lines().map(TestClient::tree).map(line -> ((ObjectNode) line).without(
                List.of("revision", "createdAt", "updatedAt"))).map(JsonNode.class::cast)
                .sorted((one, other) -> one.get("links").get("self").asText().compareTo(other.get("links").get("self").asText()))
                .toList();
    }

    @Test
    void an_export_that_is_loaded_where_nothing_is_left_is_exported_again_without_loss() {
        World world = new World().made();
        String exported = world.exported();
        world.gone();
        assertThat(world.exported()).isEmpty();
        JsonPath job = load("", exported);
        assertRows(job, 9, 9, 0, 0, 0, 0);
        assertThat(job.getString("format")).isEqualTo("casus-ndjson");
        assertThat(job.getString("dataset")).isNull();
        assertThat(job.getString("mode")).isEqualTo("append");
        assertThat(content(world.exported())).isEqualTo(content(exported));
        writer().get(receipts(job)).then().body("items.id", hasItems(world.id("said"), world.id("chief")))
                .body("items.event", hasItems(world.id("talk")));
        reader().get("/events/" + world.id("talk") + "/origin").then().statusCode(200)
                .body("row", equalTo(exported.lines().filter(line -> line.contains(world.id("talk") + "\",\"type")).findFirst()
                        .orElseThrow()));
        reader().get("/events/" + world.id("war") + "/origin").then().body("dataset", equalTo(world.id("set")));
        assertRows(load("", exported), 9, 0, 0, 9, 0, 0);
    }

    @Test
    void an_export_that_is_loaded_where_it_came_from_changes_nothing_and_says_so() throws IOException {
        World world = new World().made();
        String exported = world.exported();
        long before = head();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(exported.getBytes(StandardCharsets.UTF_8));
        }
        assertRows(load("format=auto", packed.toByteArray()), 9, 0, 0, 9, 0, 0);
        assertThat(head()).isEqualTo(before);
        // its events come from where they came from
        reader().get("/events/" + world.id("talk") + "/origin").then().statusCode(404);
    }

    @Test
    void events_alone_bring_what_they_name_and_their_receipts_say_so() {
        World world = new World().made();
        String events = world.exported("events");
        world.gone();
        JsonPath job = load("", events);
        // the talk comes first, and refers to the war, which is of the dataset
        assertRows(job, 2, 1, 0, 0, 1, 0);
        writer().get(receipts(job)).then().body("items[0].change", equalTo("created"))
                .body("items[0].objections.column", equalTo(List.of("/place", "/participants/0/actor",
                        "/relations/0/event", "/reports/0/source")))
                .body("items[0].objections.value", equalTo(List.of(world.id("town"), world.id("chief"), world.id("set"),
                        world.id("paper"))))
                .body("items.objections.flatten().rule", hasItems(containsString("made of its name alone, as kind group")));
        assertThat(content(world.exported("events"))).isEqualTo(content(events));
        reader().get("/sources/" + world.id("paper")).then().body("publisher", equalTo("A paper"))
                .body("title", equalTo("What happened")).body("kind", equalTo("other"));
        assertThat(load("", events).getInt("rows.unchanged")).isEqualTo(2);
    }

    @Test
    void what_refers_to_what_comes_much_later_is_loaded_whole() {
        String word = unique("chain");
        int last = 600;
        // each is part of the next, and the last comes last; and all are said to be one after the other
        String lines = IntStream.rangeClosed(0, last).mapToObj(i -> """
                {"id": "%s-%d", "type": "speech", "title": "Part %d", "when": "2023", "relations": [%s]}
                """.formatted(word, i, i, i == last ? "" : """
                {"kind": "partOf", "event": "%s-%d"}, {"kind": "precedes", "event": "%s-%d"}""".formatted(
                word, i + 1, word, last))).collect(Collectors.joining());
        JsonPath job = load("", lines);
        assertRows(job, last + 1, last + 1, 0, 0, 0, 0);
        for (int i : List.of(0, 249, 250, 599)) {
            reader().get("/events/" + word + "-" + i).then().body("relations", hasSize(2))
                    .body("relations[0].event.name", equalTo("Part " + (i + 1)));
        }
        assertRows(load("", lines), last + 1, 0, 0, last + 1, 0, 0);
    }

    @Test
    void lines_written_by_hand_are_read_as_strictly_as_bodies() {
        String word = unique("hand");
        String good = """
                {"id": "%s-1", "type": "speech", "title": "By hand", "when": "2023-07-19", "place": "%s-p"}
                """.formatted(word, word);
        String file = good + """
                {"id": "%1$s-2", "type": "speach", "title": "By hand", "when": "2023-07-19"}
                {"id": "%1$s-3", "type": "speech", "titel": "By hand", "when": "2023-13"}
                {"id": "%1$s-4", "type": "speech", "title": "By hand", "when": "2023", "participants": [{"role": "hero", "actor": "x"}]}
                not JSON at all
                {"type": "speech", "title": "Without an id", "when": "2023"}
                {"id": "%1$s-7", "type": "speech", "title": "Alone", "when": "2023", "relations": [{"kind": "partOf", "event": "no-such"}]}
                {"id": "%1$s-8", "type": "speech", "title": "Bare", "when": "2023", "participants": [{"role": "host", "actor": "no-such"}]}
                {"id": "%1$s-p", "name": "A place", "kind": "city"}

                {"id": "%1$s-s", "speaker": {"id": "%1$s-a", "name": "A new one"}, "gist": "x", "about": [{"event": "%1$s-1", "place": "%1$s-p"}]}
                ["an array"]
                {"id": "No Slug", "type": "speech", "title": "x", "when": "2023"}
                """.formatted(word);
        JsonPath job = load("format=casus-ndjson", file);
        assertRows(job, 12, 2, 0, 0, 0, 10);
        JsonPath refused = writer().get(receipts(job) + "?outcome=refused").then().statusCode(200).extract().jsonPath();
        assertThat(refused.getList("items.line")).isEqualTo(List.of(2, 3, 4, 5, 6, 7, 8, 11, 12, 13));
        assertThat(refused.getList("items.collect { it.objections.column }")).isEqualTo(List.of(List.of("/type"),
                List.of("/when", "/titel", "/title"), List.of("/participants/0/role"), List.of("row"), List.of("/id"),
                List.of("/relations/0/event"), List.of("/participants/0/actor"), List.of("/about/0"), List.of("row"),
                List.of("/id")));
        assertThat(refused.getString("items[1].objections[0].value")).isEqualTo("2023-13");
        assertThat(refused.getString("items[2].objections[0].rule")).contains("'hero' is not one of");
        assertThat(refused.getString("items[5].objections[0].rule")).contains("is neither here nor in this file");
        reader().get("/events/" + word + "-1").then().body("place.name", equalTo("A place"));
        // the statement was refused, and so was what it would have brought
        reader().get("/actors/" + word + "-a").then().statusCode(404);
    }

    @Test
    void an_own_dataset_wins_and_the_parameter_is_for_those_that_name_none() {
        String word = unique("set");
        String own = dataset();
        String lines = """
                {"id": "%1$s-1", "type": "speech", "title": "One", "when": "2023", "dataset": "%2$s"}
                {"id": "%1$s-2", "type": "speech", "title": "Two", "when": "2023"}
                """.formatted(word, own);
        assertRows(load("", lines), 2, 2, 0, 0, 0, 0);
        reader().get("/events/" + word + "-2").then().body("dataset", nullValue());
        assertRows(load("dataset=" + word, lines), 2, 0, 1, 1, 0, 0);
        reader().get("/events/" + word + "-1").then().body("dataset.id", equalTo(own));
        reader().get("/events/" + word + "-2").then().body("dataset.id", equalTo(word));
        for (String whole : List.of("mode=release", "release=1")) {
            writer().body(lines).put("/imports?" + whole).then().statusCode(400).body("errors[0].parameter", equalTo("dataset"));
        }
        String first = lines.lines().skip(1).findFirst().orElseThrow().replace("-2", "-3");
        JsonPath release = load("release=2&mode=release&dataset=" + word, first);
        assertThat(release.getInt("rows.deleted")).isEqualTo(1);
        reader().get("/events/" + word + "-2").then().statusCode(410);
        reader().get("/events/" + word + "-1").then().statusCode(200);
    }

    @Test
    void the_dataset_that_a_file_is_loaded_into_may_stand_in_it() {
        String word = unique("into");
        assertRows(load("dataset=" + word, """
                {"id": "%1$s", "type": "speech", "title": "One", "when": "2023"}
                {"id": "%1$s", "title": "Its title", "licence": "CC0-1.0"}
                """.formatted(word)), 2, 2, 0, 0, 0, 0);
        reader().get("/datasets/" + word).then().body("title", equalTo("Its title"));
        reader().get("/events?dataset=" + word).then().body("total", equalTo(1));
    }

    @Test
    void rings_below_themselves_are_refused_where_they_close() {
        String word = unique("ring");
        JsonPath job = load("", """
                {"id": "%1$s-1", "type": "speech", "title": "One", "when": "2023", "relations": [{"kind": "partOf", "event": "%1$s-2"}]}
                {"id": "%1$s-2", "type": "speech", "title": "Two", "when": "2023", "relations": [{"kind": "partOf", "event": "%1$s-1"}]}
                {"id": "%1$s-3", "type": "speech", "title": "Self", "when": "2023", "relations": [{"kind": "partOf", "event": "%1$s-3"}]}
                {"id": "%1$s-4", "name": "In itself", "kind": "city", "within": "%1$s-4"}
                {"id": "%1$s-5", "type": "speech", "title": "Refers to itself", "when": "2023", "relations": [{"kind": "refersTo", "event": "%1$s-5"}]}
                """.formatted(word));
        assertThat(job.getInt("rows.refused")).isEqualTo(3);
        assertThat(job.getInt("rows.created")).isEqualTo(2);
        writer().get(receipts(job) + "?outcome=refused").then().body("items.line", equalTo(List.of(2, 3, 4)))
                .body("items[0].objections[0].rule", containsString("cannot stand below itself"));
        reader().get("/events/" + word + "-5").then().body("relations[0].event.id", equalTo(word + "-5"));
    }

    @Test
    void other_json_is_not_taken_for_it() {
        for (String json : List.of("{\"type\": \"FeatureCollection\", \"features\": []}\n",
                "{\"type\": \"Feature\", \"id\": \"x\", \"properties\": {}}\n", "[{\"id\": \"x\"}]", "{\"items\": []}")) {
            writer().body(json).put("/imports").then().statusCode(422).body("detail", containsString("one resource a line"));
        }
        writer().body("{\"id\": \"x\", \"definition\": \"d\", \"name\": \"n\"}").put("/imports?format=ucdp-ged").then()
                .statusCode(422);
    }

    @Test
    void a_line_may_be_longer_than_a_body_for_the_names_that_it_carries() {
        String word = unique("long");
        String participants = IntStream.range(0, 200).mapToObj(i -> "{\"role\":\"host\",\"actor\":{\"id\":\"" + word + "-a" + i
                + "\",\"name\":\"" + "n".repeat(499) + "\",\"href\":\"/actors/" + word + "-a" + i + "\"}}").collect(Collectors.joining(","));
        String reports = IntStream.range(0, 190).mapToObj(i -> "{\"source\":{\"id\":\"" + word + "-s" + i + "\",\"name\":\"" + "n".repeat(990)
                + "\"},\"publisher\":\"" + "p".repeat(300) + "\"}").collect(Collectors.joining(","));
        String line = "{\"id\":\"" + word + "\",\"type\":\"speech\",\"title\":\"Long\",\"when\":\"2023\",\"participants\":["
                + participants + "],\"reports\":[" + reports + "]}\n";
        assertThat(line.length()).isGreaterThan(1 << 18);
        assertRows(load("", line), 1, 0, 0, 0, 1, 0);
        reader().get("/events/" + word).then().body("participants", hasSize(200)).body("reports", hasSize(190));
        String tooMuch = line.replace("\"publisher\"", "\"note\":\"" + "o".repeat(1900) + "\",\"publisher\"");
        JsonPath job = load("", tooMuch);
        assertRows(job, 1, 0, 0, 0, 0, 1);
        writer().get(receipts(job)).then().body("items[0].objections[0].rule", containsString("names and links not counted"));
    }

    @Test
    void receipts_of_other_kinds_say_what_changed() {
        String word = unique("other");
        String line = """
                {"id": "%s", "name": "Name", "kind": "group", "names": [{"name": "Other"}]}
                """.formatted(word);
        assertRows(load("", line), 1, 1, 0, 0, 0, 0);
        JsonPath job = load("", line.replace("Name", "Another").replace("Other", "Further"));
        assertRows(job, 1, 0, 1, 0, 0, 0);
        assertThat(job.getMap("changed")).isEmpty();
        writer().get(receipts(job)).then().body("items[0].changed", equalTo(List.of("name", "names")))
                .body("items[0].kind", equalTo("actor"));
    }

    @Test
    void what_the_file_says_twice_is_flagged_and_the_last_counts() {
        String word = unique("twice");
        JsonPath job = load("", """
                {"id": "%1$s", "name": "First", "kind": "group"}
                {"id": "%1$s", "name": "Last", "kind": "group"}
                {"id": "%1$s", "type": "speech", "title": "First", "when": "2023"}
                {"id": "%1$s", "type": "speech", "title": "Last", "when": "2023"}
                """.formatted(word));
        assertRows(job, 4, 1, 0, 0, 3, 0);
        reader().get("/actors/" + word).then().body("name", equalTo("Last"));
        reader().get("/events/" + word).then().body("title", equalTo("Last"));
    }
}
