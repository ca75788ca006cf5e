package org.casus.render;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.casus.HttpSuite;
import org.casus.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same things in every format. */
abstract class FormatsSuite extends HttpSuite {

    private static final List<String> COLLECTIONS = List.of("/events", "/actors", "/places", "/sources", "/statements",
            "/datasets", "/event-types");

    @ParameterizedTest
    @CsvSource({"json,application/json", "geojson,application/geo+json", "ndjson,application/x-ndjson", "jsonld,application/ld+json",
        "manifest,application/vnd.casus.manifest+json"})
    void f_and_accept_ask_for_the_same(String f, String type) {
        Response byName = reader().get("/events?limit=3&f=" + f);
        if (f.equals("manifest")) {
            byName = reader().get("/events?f=manifest");
            assertThat(byName.asString()).isEqualTo(reader().accept(type).get("/events").asString());
        }
        byName.then().statusCode(200).contentType(startsWith(type)).header("Vary", containsString("Accept"))
                .header("ETag", containsString("-" + f + "." + Format.REPRESENTATION));
        reader().accept(type).get("/places").then().statusCode(200).contentType(startsWith(type));
        reader().accept("text/csv").get("/places?f=" + f).then().statusCode(200).contentType(startsWith(type));
    }

    @Test
    void every_kind_has_its_formats_and_no_other() {
        for (String path : COLLECTIONS) {
            for (String f : List.of("json", "ndjson", "csv", "jsonld")) {
                Response page = reader().get(path + "?limit=2&f=" + f);
                page.then().statusCode(200).header("Link", allOf(containsString("rel=\"self\""),
                        containsString("rel=\"permalink\"")));
            }
            boolean located = path.equals("/events") || path.equals("/places");
            reader().get(path + "?f=geojson").then().statusCode(located ? 200 : 400);
            reader().accept("application/geo+json").get(path).then().statusCode(located ? 200 : 406);
        }
        reader().get("/events/moore-prague-speech?f=csv").then().statusCode(400)
                .body("detail", containsString("f is one of json, geojson, jsonld"));
        reader().accept("text/csv").get("/events/moore-prague-speech").then().statusCode(406);
    }

    @Test
    void formats_have_tags_of_their_own_and_304() {
        String tag = reader().get("/events?f=csv").header("ETag");
        assertThat(reader().get("/events").header("ETag")).isNotEqualTo(tag);
        reader().header("If-None-Match", tag).get("/events?f=csv").then().statusCode(304);
        reader().header("If-None-Match", tag).get("/events?f=ndjson").then().statusCode(200);
        String whole = reader().get("/events?f=csv&all=true").header("ETag");
        reader().header("If-None-Match", whole).get("/events?f=csv&all=true").then().statusCode(304);
    }

    @Test
    void the_next_page_of_a_table_is_in_the_header() {
        Response first = reader().get("/events?limit=2&f=csv");
        first.then().contentType("text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", equalTo("attachment; filename=\"events.csv\""));
        String next = first.header("Link").replaceAll("(?s).*<([^>]*)>; rel=\"next\".*", "$1");
        List<List<String>> rows = PlainCsv.parse(text(reader().get(next)));
        List<String> ids = reader().get("/events?limit=4").jsonPath().getList("items.id");
        assertThat(rows.stream().skip(1).map(row -> row.get(0)).toList()).isEqualTo(ids.subList(2, 4));
    }

    private static String text(Response response) {
        return new String(response.asByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void lines_are_the_items_of_the_list_byte_for_byte() {
        for (String path : COLLECTIONS) {
            String page = text(reader().get(path + "?limit=1000"));
            String lines = text(reader().get(path + "?limit=1000&f=ndjson"));
            String items = page.substring("{\"items\":[".length(), page.lastIndexOf("],\"total\":"));
            assertThat(lines.isEmpty() ? "" : lines.substring(0, lines.length() - 1).replace("\n", ",")).isEqualTo(items);
        }
    }

    @Test
    void properties_of_a_feature_are_the_item_byte_for_byte() {
        String item = text(reader().get("/places/prague"));
        String feature = text(reader().get("/places/prague?f=geojson"));
        assertThat(feature).endsWith(",\"properties\":" + item + "}");
        JsonNode json = TestClient.tree(feature);
        assertThat(json.at("/geometry/type").asText()).isEqualTo("Point");
        assertThat(json.at("/geometry/coordinates/0").asDouble()).isEqualTo(json.at("/properties/location/lon").asDouble());
        assertThat(json.at("/geometry/coordinates/1").asDouble()).isEqualTo(json.at("/properties/location/lat").asDouble());
        reader().get("/places?f=geojson&limit=2").then().body("type", equalTo("FeatureCollection"))
                .body("features.size()", equalTo(2)).body("links", hasKey("next"));
    }

    @Test
    void what_is_nowhere_has_no_geometry() {
        String id = place("Nowhere", null);
        reader().get("/places/" + id + "?f=geojson").then().statusCode(200).body("geometry", nullValue());
    }

    @Test
    void a_table_shows_what_an_event_has() {
        String set = dataset();
        String id = unique("table");
        create("/events/" + id, """
                {"type": "speech", "title": "=HYPERLINK(\\"x\\"), said \\"he\\"", "when": "2024-05-01", "dataset": "%s",
                 "location": {"lat": 50.5, "lon": -14.25}, "tags": ["cold-war", "reform"], "fatalities": {"low": 1, "best": 2},
                 "participants": [{"role": "initiator", "actor": "mi6"}, {"role": "target", "actor": "russia"}]}"""
                .formatted(set));
        List<List<String>> rows = PlainCsv.parse(text(reader().get("/events?f=csv&dataset=" + set)));
        List<String> header = rows.get(0);
        List<String> row = rows.get(1);
        assertThat(cell(header, row, "title")).isEqualTo("'=HYPERLINK(\"x\"), said \"he\"");
        assertThat(cell(header, row, "lon")).isEqualTo("-14.25");
        assertThat(cell(header, row, "tags")).isEqualTo("cold-war|reform");
        assertThat(cell(header, row, "initiators")).isEqualTo("mi6");
        assertThat(cell(header, row, "targets")).isEqualTo("russia");
        assertThat(cell(header, row, "participants")).isEqualTo("initiator:mi6|target:russia");
        assertThat(cell(header, row, "fatalities_best")).isEqualTo("2");
        assertThat(cell(header, row, "fatalities_high")).isEmpty();
        assertThat(cell(header, row, "type_name")).isEqualTo("Speech");
        assertThat(cell(header, row, "dataset")).isEqualTo(set);
        assertThat(cell(header, row, "href")).isEqualTo("/events/" + id);
    }

    private static String cell(List<String> header, List<String> row, String column) {
        assertThat(row).hasSameSizeAs(header);
        return row.get(header.indexOf(column));
    }

    @Test
    void fields_pick_members_in_every_format() {
        String query = "?limit=1&type=speech&dataset=prague-2023&fields=title,place.name,participants.actor.id";
        JsonNode item = TestClient.tree(text(given().urlEncodingEnabled(false).get("/events" + query))).at("/items/0");
        assertThat(names(item)).containsExactly("id", "title", "place", "participants");
        assertThat(names(item.path("place"))).containsExactly("name");
        assertThat(names(item.at("/participants/0/actor"))).containsExactly("id");
        assertThat(TestClient.tree(text(reader().get("/events" + query + "&f=ndjson")))).isEqualTo(item);
        assertThat(TestClient.tree(text(given().get("/events" + query + "&f=geojson"))).at("/features/0/properties")).isEqualTo(item);
        assertThat(PlainCsv.parse(text(reader().get("/events" + query + "&f=csv"))).get(0)).containsExactly("id", "title",
                "place_name", "initiators", "targets", "participants", "participant_names");
        assertThat(names(TestClient.tree(text(given().get("/events/moore-prague-speech?fields=when"))))).containsExactly("id", "when");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void fields_belong_to_tags_and_links() {
        Response some = given().get("/events?limit=1&fields=title");
        assertThat(some.jsonPath().getString("links.next")).contains("fields=title");
        assertThat(some.header("ETag")).isNotEqualTo(reader().get("/events?limit=1").header("ETag"));
        assertThat(given().get("/events/moore-prague-speech?fields=title").header("ETag"))
                .isNotEqualTo(given().get("/events/moore-prague-speech?fields=when").header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?fields=titel", "/events?fields=place.nam", "/actors/mi6?fields=nme", "/events?fields=when.x"})
    void an_unknown_member_is_told_the_nearest(String path) {
        reader().get(path).then().statusCode(400).body("errors[0].parameter", equalTo("fields"))
                .body("detail", containsString("did you mean"));
    }

    @Test
    void an_unknown_format_is_told_the_nearest() {
        reader().get("/events?f=cvs").then().statusCode(400).body("errors[0].parameter", equalTo("f"))
                .body("detail", containsString("did you mean 'csv'?"));
        reader().accept("application/json;q=0").get("/events").then().statusCode(406)
                .body("detail", containsString("text/csv"));
        reader().get("/events?f=csv,json").then().statusCode(400);
    }

    @Test
    void the_context_stays_and_any_page_may_read_it() {
        given().header("Origin", "https://map.example.org").get("/contexts/v1.jsonld").then().statusCode(200)
                .contentType(startsWith("application/ld+json"))
                .header("Cache-Control", containsString("immutable"))
                .header("Access-Control-Allow-Origin", not(nullValue()));
        reader().get("/events?limit=1").then().header("Link", containsString(
                "</contexts/v1.jsonld>; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "geojson", "jsonld", "ndjson", "csv"})
    void head_is_get_without_a_body_in_every_format(String f) {
        Response get = reader().get("/events?limit=2&f=" + f);
        Response head = reader().head("/events?limit=2&f=" + f);
        head.then().statusCode(200);
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.contentType()).isEqualTo(get.contentType());
    }
}
