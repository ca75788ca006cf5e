package org.casus.ogc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The abstract tests of OGC API Features Part 1 (OGC 17-069r4, annex A), one after the other and named by what they test. Bodies
 * are held against the contract by every request, which stands for the schemas of the standard.
 */
abstract class CoreSuite extends HttpSuite {

    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String ITEMS = "/collections/events/items";

    private static String here() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** The same address without the server, as the requests of the tests want it. */
    private static String path(String href) {
        assertThat(href).startsWith(here() + "/");
        return href.substring(here().length());
    }

    private static String link(JsonPath document, String relation) {
        return document.getString("links.find { it.rel == '" + relation + "' }.href");
    }

    private static List<String> ids(String url) {
        return reader().get(url).then().statusCode(200).extract().jsonPath().getList("features.id");
    }

    /** A dataset with an event at a place and a day for each given, and the parameter that finds them. */
    private static String events(String... placesAndDays) {
        String set = dataset();
        for (int i = 0; i < placesAndDays.length; i += 2) {
            String location = placesAndDays[i] == null ? "" : ", \"location\": {\"lon\": %s, \"lat\": %s}"
                    .formatted((Object[]) placesAndDays[i].split(" "));
            create("/events/" + set + "-" + i / 2, event("Event " + i / 2, placesAndDays[i + 1], ", \"dataset\": \"" + set + "\"" + location));
        }
        return "dataset=" + set;
    }

    /** Which of them are found: the numbers at the end of their ids. */
    private static Set<String> found(String parameters) {
        Set<String> numbers = new HashSet<>();
        ids(ITEMS + "?" + parameters).forEach(id -> numbers.add(id.substring(id.lastIndexOf('-') + 1)));
        return numbers;
    }

    @Test
    void ats_core_root_op_and_root_success() {
        JsonPath landing = reader().accept("application/json").get("/").then().statusCode(200)
                .contentType(startsWith("application/json"))
                .body("title", notNullValue()).body("description", notNullValue())
                .body("links.rel", hasItems("service-desc", "service-doc", "conformance", "data"))
                .body("links.findAll { it.rel == 'service-desc' }.type", hasItem("application/vnd.oai.openapi+json;version=3.0"))
                .body("links.findAll { it.rel == 'service-doc' }.type", hasItem("text/html"))
                .extract().jsonPath();
        for (String relation : List.of("conformance", "data")) {
            reader().get(path(link(landing, relation))).then().statusCode(200);
        }
        given().get(link(landing, "service-doc")).then().statusCode(200).contentType("text/html");
    }

    @Test
    void ats_core_api_definition_op_and_success() {
        String href = link(reader().get("/").jsonPath(), "service-desc");
        given().accept("application/vnd.oai.openapi+json;version=3.0").get(href).then().statusCode(200)
                .contentType("application/vnd.oai.openapi+json;version=3.0")
                .body("openapi", startsWith("3.0"))
                .body("servers[0].url", equalTo(here()))
                .body("paths.keySet()", hasItems("/", "/conformance", "/collections", "/collections/events", ITEMS,
                        ITEMS + "/{featureId}"));
    }

    @ParameterizedTest
    @CsvSource({"application/vnd.oai.openapi+json;version=3.0, application/vnd.oai.openapi+json;version=3.0",
        "application/json, application/json;charset=UTF-8", "application/yaml, application/yaml;charset=UTF-8",
        "*/*, application/yaml;charset=UTF-8"})
    void the_definition_comes_as_what_is_accepted(String accepted, String type) {
        given().accept(accepted).get("/openapi").then().statusCode(200).contentType(type);
    }

    @Test
    void the_definition_comes_as_nothing_else() {
        given().accept("image/png").get("/openapi").then().statusCode(406).contentType("application/problem+json");
    }

    @Test
    void ats_core_conformance_op_and_success() {
        reader().get("/conformance").then().statusCode(200).body("conformsTo", hasItems(
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30"));
    }

    @Test
    void ats_core_fc_md_op_and_success() {
        reader().get("/collections").then().statusCode(200)
                .body("links.find { it.rel == 'self' }.href", equalTo(here() + "/collections"))
                .body("links.find { it.rel == 'self' }.type", equalTo("application/json"))
                .body("collections.id", equalTo(List.of("events", "places", "statements")))
                .body("collections.crs.flatten()", everyItem(equalTo(CRS84)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "places", "statements"})
    void ats_core_sfc_md_op_and_success(String id) {
        Map<String, Object> listed = reader().get("/collections").jsonPath()
                .getMap("collections.find { it.id == '" + id + "' }");
        JsonPath one = reader().get("/collections/" + id).then().statusCode(200)
                .body("links.findAll { it.rel == 'items' }.type", hasItem("application/geo+json"))
                .body("links.findAll { it.rel in ['self', 'items'] }.type", everyItem(notNullValue()))
                .extract().jsonPath();
        assertThat(one.<String, Object>getMap("")).isEqualTo(listed);
        assertThat(path(link(one, "items"))).isEqualTo("/collections/" + id + "/items");
        reader().get(path(link(one, "describedby"))).then().statusCode(200).contentType("application/schema+json")
                .body("type", equalTo("object"));
    }

    @Test
    void ats_core_fc_md_extent_holds_every_feature() {
        events("-179.5 -89.5", "1967-01-01", "179.5 89.5", "2022-01-01/..");
        JsonPath extent = reader().get("/collections/events").jsonPath();
        List<Float> box = extent.getList("extent.spatial.bbox[0]");
        assertThat(box.get(0)).isLessThanOrEqualTo(-179.5f);
        assertThat(box.get(1)).isLessThanOrEqualTo(-89.5f);
        assertThat(box.get(2)).isGreaterThanOrEqualTo(179.5f);
        assertThat(box.get(3)).isGreaterThanOrEqualTo(89.5f);
        assertThat(Instant.parse(extent.getString("extent.temporal.interval[0][0]"))).isBefore("1967-01-02T00:00:00Z");
        assertThat(extent.getString("extent.temporal.interval[0][1]")).isNull();
    }

    @Test
    void the_extent_follows_what_is_deleted_and_stays_as_of_a_revision() {
        String id = unique("event");
        create("/events/" + id, event("Long ago", "1951-01-01", ""));
        long then = head();
        String begins = "extent.temporal.interval[0][0]";
        assertThat(reader().get("/collections/events").jsonPath().getString(begins)).isEqualTo("1951-01-01T00:00:00Z");
        delete("/events/" + id);
        assertThat(reader().get("/collections/events").jsonPath().getString(begins)).isNotEqualTo("1951-01-01T00:00:00Z");
        assertThat(reader().get("/collections/events?asOf=" + then).jsonPath().getString(begins)).isEqualTo("1951-01-01T00:00:00Z");
    }

    @Test
    void ats_core_fc_op_and_fc_response() {
        Response response = reader().accept("application/geo+json").get(ITEMS + "?limit=2").then().statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("features.type", everyItem(equalTo("Feature")))
                .body("numberReturned", equalTo(2))
                .body("numberMatched", greaterThan(2))
                .body("links.findAll { it.rel in ['self', 'next', 'collection'] }.type", everyItem(notNullValue()))
                .extract().response();
        assertThat(response.jsonPath().getList("features")).hasSize(2);
        assertThat(link(response.jsonPath(), "self")).isEqualTo(here() + ITEMS + "?limit=2");
        assertThat(Instant.parse(response.jsonPath().getString("timeStamp"))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void ats_core_fc_links_lead_through_all_features_once_and_numberMatched_is_how_many() {
        String set = events(null, "2001", null, "2002", null, "2003", null, "2004", null, "2005");
        List<String> walked = new ArrayList<>();
        String next = ITEMS + "?limit=2&" + set;
        int pages = 0;
        while (next != null) {
            JsonPath page = reader().get(next).then().statusCode(200).body("numberMatched", equalTo(5)).extract().jsonPath();
            walked.addAll(page.getList("features.id"));
            String link = link(page, "next");
            next = link == null ? null : path(link);
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(walked).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void a_walk_sees_one_revision_while_others_write() {
        String set = events(null, "2001", null, "2002", null, "2003");
        JsonPath first = reader().get(ITEMS + "?limit=2&" + set).jsonPath();
        create("/events/" + unique("event"), event("Late", "2004", ", \"dataset\": \"" + set.substring("dataset=".length()) + "\""));
        reader().get(path(link(first, "next"))).then().statusCode(200)
                .body("numberMatched", equalTo(3)).body("asOf", equalTo(first.getInt("asOf")));
        reader().get(path(link(first, "bookmark"))).then().statusCode(200).body("numberMatched", equalTo(3));
        reader().get(ITEMS + "?" + set).then().body("numberMatched", equalTo(4));
    }

    @Test
    void ats_core_fc_limit_definition_and_response() {
        reader().get(ITEMS + "?limit=1").then().statusCode(200).body("features.size()", equalTo(1));
        reader().get(ITEMS + "?limit=10000").then().statusCode(200).body("features.size()", lessThanOrEqualTo(10000));
        reader().get(ITEMS + "?limit=10001").then().statusCode(200);
        reader().get(ITEMS + "?limit=999999999999999999").then().statusCode(200);
        for (String wrong : List.of("0", "-1", "unlimited", "1.5", "")) {
            reader().get(ITEMS + "?limit=" + wrong).then().statusCode(400);
        }
        Map<String, Object> limit = parameter("limit");
        assertThat(limit).containsEntry("style", "form").containsEntry("explode", false);
        assertThat((Map<?, ?>) limit.get("schema")).extracting("type", "minimum", "maximum", "default")
                .containsExactly("integer", 1, 10000, 50);
    }

    private static Map<String, Object> parameter(String name) {
        return given().get("/openapi?f=json").jsonPath()
                .getMap("paths.'" + ITEMS + "'.get.parameters.find { it.name == '" + name + "' }");
    }

    @Test
    void ats_core_fc_bbox_definition() {
        Map<String, Object> bbox = parameter("bbox");
        assertThat(bbox).containsEntry("style", "form").containsEntry("explode", false);
        assertThat((Map<?, ?>) bbox.get("schema")).extracting("type", "minItems", "maxItems").containsExactly("array", 4, 6);
    }

    @Test
    void ats_core_fc_bbox_response() {
        String set = events("0 0", "2001", "10 10", "2001", "179.9 5", "2001", "-179.9 5", "2001", null, "2001");
        assertThat(found(set + "&bbox=-1,-1,1,1")).as("features without geometry always match").containsExactlyInAnyOrder("0", "4");
        assertThat(found(set + "&bbox=0,0,10,10")).as("edges are part of it").containsExactlyInAnyOrder("0", "1", "4");
        assertThat(found(set + "&bbox=177,0,-177,70")).as("across the antimeridian").containsExactlyInAnyOrder("2", "3", "4");
        assertThat(found(set + "&bbox=-1,-1,-50,1,1,50")).as("heights are left out of account").containsExactlyInAnyOrder("0", "4");
        assertThat(found(set + "&bbox=10,10,10,10")).as("a point is a box").containsExactlyInAnyOrder("1", "4");
        assertThat(found(set + "&bbox=-1.5e-1,-.5,+1e0,1.")).as("as programs write numbers").containsExactlyInAnyOrder("0", "4");
        assertThat(found(set + "&bbox=-180,-90,180,90")).hasSize(5);
        assertThat(found(set + "&bbox=-180.0000000001,-100,180.0000000001,100")).as("rounded by a map").hasSize(5);
        assertThat(found(set + "&bbox=170,-85.06,550,85.06")).as("a map of several worlds").hasSize(5);
        assertThat(found(set + "&bbox=359,-1,361,1")).as("a map moved around the world").containsExactlyInAnyOrder("0", "4");
        assertThat(found(set + "&bbox=177,0,0,183,70,9")).as("beyond the antimeridian").containsExactlyInAnyOrder("2", "3", "4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3", "1,2,3,4,5", "1,2,3,4,5,6,7", "a,b,c,d", "0,10,1,-10", "0,90.5,1,91",
        "0,-92,1,-91", "NaN,0,1,1", "-Infinity,-Infinity,Infinity,Infinity", "0,0,,1", "0,0,5,1,1,4", "1e999,0,1,1"})
    void ats_core_fc_bbox_refuses_what_is_no_box(String bbox) {
        reader().get(ITEMS + "?bbox=" + bbox).then().statusCode(400).body("errors.parameter", hasItem("bbox"));
    }

    @Test
    void ats_core_fc_time_definition() {
        Map<String, Object> datetime = parameter("datetime");
        assertThat(datetime).containsEntry("style", "form").containsEntry("explode", false);
        assertThat((Map<?, ?>) datetime.get("schema")).extracting("type").isEqualTo("string");
    }

    @Test
    void ats_core_fc_time_response() {
        String set = events(null, "2001-03-01", null, "2001-03-01/2001-05-01", null, "2001-05-01/..", null, "../2001-01-01");
        assertThat(found(set + "&datetime=2001-03-01T12:00:00Z")).containsExactlyInAnyOrder("0", "1");
        assertThat(found(set + "&datetime=2001-03-01T23:59:59.999Z/2001-04-01T00:00:00Z")).containsExactlyInAnyOrder("0", "1");
        assertThat(found(set + "&datetime=2001-03-02T00:00:00Z/..")).containsExactlyInAnyOrder("1", "2");
        assertThat(found(set + "&datetime=2001-03-02T00:00:00Z/")).containsExactlyInAnyOrder("1", "2");
        assertThat(found(set + "&datetime=../2001-02-28T23:59:59Z")).containsExactlyInAnyOrder("3");
        assertThat(found(set + "&datetime=/2001-02-28T23:59:59Z")).containsExactlyInAnyOrder("3");
        assertThat(found(set + "&datetime=2001-03-01")).as("a day is all of it").containsExactlyInAnyOrder("0", "1");
        assertThat(found(set + "&datetime=2001-03-02T01:00:00%2B02:00")).as("with an offset").containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void ats_core_fc_time_response_finds_what_has_no_time() {
        String speaker = actor("Someone");
        create("/statements/" + unique("statement"), """
                {"speaker": "%s", "gist": "At some time"}""".formatted(speaker));
        reader().get("/collections/statements/items?speaker=" + speaker + "&datetime=1900-01-01T00:00:00Z").then().statusCode(200)
                .body("numberMatched", equalTo(1)).body("features[0].properties.when", equalTo(null));
        int places = reader().get("/collections/places/items?limit=1").jsonPath().getInt("numberMatched");
        reader().get("/collections/places/items?limit=1&datetime=1900-01-01T00:00:00Z").then()
                .body("numberMatched", equalTo(places));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../..", "/", "..", "2001", "2001-02-30", "2001-02-03T24:00:00Z", "2001-02-03T10:00", "2001-02-03 10:00:00Z",
        "2002-01-01/2001-01-01", "2001-01-01/2001-01-02/2001-01-03", "today", "2001-01-01T00:00:00", "2001-01-01/P1D"})
    void ats_core_fc_time_refuses_what_is_no_time(String datetime) {
        reader().get(ITEMS + "?datetime=" + datetime.replace(" ", "%20")).then().statusCode(400)
                .body("errors.parameter", hasItem("datetime"));
    }

    @Test
    void ats_core_query_param_unknown_and_invalid() {
        for (String path : List.of("/", "/conformance", "/collections", "/collections/events", ITEMS, "/collections/events/queryables",
                "/collections/events/schema", ITEMS + "/moore-prague-speech")) {
            reader().get(path + "?unknownQueryParameter1=1").then().statusCode(400)
                    .body("type", equalTo("/problems/unknown-parameter"));
        }
    }

    @Test
    void ats_core_f_op_and_f_success() {
        reader().accept("application/geo+json").get(ITEMS + "/moore-prague-speech").then().statusCode(200)
                .contentType("application/geo+json")
                .body("id", equalTo("moore-prague-speech"))
                .body("geometry.coordinates", equalTo(List.of(14.4029f, 50.0893f)))
                .body("properties.typeName", equalTo("Speech"))
                .body("properties.earliest", equalTo("2023-07-19T00:00:00Z"))
                .body("properties.fatalitiesBest", equalTo(null))
                .body("links.rel", hasItems("self", "collection", "canonical"));
        reader().get(ITEMS + "/russian-invasion-of-ukraine").then().statusCode(200)
                .body("", hasKey("geometry")).body("geometry", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "places", "statements"})
    void properties_are_flat_and_always_the_same(String collection) {
        List<Map<String, Object>> all = reader().get("/collections/" + collection + "/items?limit=1000").jsonPath()
                .getList("features.properties");
        Set<String> names = all.get(0).keySet();
        assertThat(all).allSatisfy(properties -> {
            assertThat(properties.keySet()).isEqualTo(names);
            assertThat(properties.values()).noneMatch(value -> value instanceof Map || value instanceof List);
        });
        assertThat(reader().get("/collections/" + collection + "/schema").jsonPath().getMap("properties").keySet().toString())
                .contains(String.join(", ", names));
        assertThat(reader().get("/collections/" + collection + "/feature-schema").jsonPath()
                .<String, Object>getMap("properties.properties.properties").keySet()).isEqualTo(names);
    }

    @Test
    void what_there_is_not_is_404_and_what_was_deleted_is_410() {
        reader().get("/collections/nothing").then().statusCode(404);
        reader().get("/collections/nothing/items").then().statusCode(404);
        reader().get("/collections/event/items").then().statusCode(404).body("detail", containsString("did you mean 'events'"));
        reader().get(ITEMS + "/no-such-event").then().statusCode(404);
        String id = unique("event");
        create("/events/" + id, event("Short", "2001", ""));
        long then = head();
        delete("/events/" + id);
        reader().get(ITEMS + "/" + id).then().statusCode(410);
        reader().get(ITEMS + "/" + id + "?asOf=" + then).then().statusCode(200).body("properties.title", equalTo("Short"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/conformance", "/collections", "/collections/events", ITEMS, ITEMS + "/moore-prague-speech"})
    void ats_core_http_head_is_get_without_a_body_and_other_methods_are_not_allowed(String path) {
        Response head = reader().head(path);
        head.then().statusCode(200);
        assertThat(head.asString()).isEmpty();
        writer().post(path).then().statusCode(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/conformance", "/collections", "/collections/events", ITEMS, ITEMS + "/moore-prague-speech",
        "/collections/events/queryables"})
    void what_the_client_has_is_not_sent_again(String path) {
        String tag = reader().get(path).header("ETag");
        reader().header("If-None-Match", tag).get(path).then().statusCode(304);
        assertThat(reader().get(path + "?f=json").header("ETag")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"application/geo+json, application/geo+json", "application/json, application/json", "*/*, application/geo+json",
        "'application/geo+json, application/json', application/geo+json", "'text/html, */*;q=0.1', application/geo+json"})
    void features_come_as_what_is_accepted(String accepted, String type) {
        reader().accept(accepted).get(ITEMS + "?limit=1").then().statusCode(200).contentType(type);
    }

    @Test
    void what_cannot_be_had_is_406_or_400() {
        reader().accept("text/html").get(ITEMS).then().statusCode(406);
        reader().accept("text/html").get("/collections").then().statusCode(406);
        reader().accept("text/html").get(ITEMS + "?f=json").then().statusCode(200).contentType("application/geo+json");
        reader().get(ITEMS + "?f=geojson").then().statusCode(200);
        reader().get(ITEMS + "?f=html").then().statusCode(400);
        reader().get("/collections?f=geojson").then().statusCode(400);
    }

    @Test
    void programs_that_count_pages_see_one_revision_if_they_name_it() {
        String set = events(null, "2001", null, "2002", null, "2003", null, "2004", null, "2005");
        String asOf = "&asOf=" + head();
        create("/events/" + unique("event"), event("Late", "2004-06", ", \"dataset\": \"" + set.substring("dataset=".length()) + "\""));
        for (String order : List.of("", "&sortby=title", "&sortby=-revision")) {
            List<String> all = ids(ITEMS + "?" + set + asOf + order);
            List<String> counted = new ArrayList<>();
            for (int offset = 0; offset < 8; offset += 2) {
                counted.addAll(ids(ITEMS + "?f=json&limit=2&offset=" + offset + "&" + set + asOf + order));
            }
            assertThat(counted).as(order).isEqualTo(all).hasSize(5);
            JsonPath page = reader().get(ITEMS + "?limit=2&offset=1&" + set + asOf + order).jsonPath();
            assertThat(ids(path(link(page, "next")))).as("a cursor goes on from there").isEqualTo(all.subList(3, 5));
        }
        reader().get(ITEMS + "?offset=10000").then().statusCode(200).body("features", empty());
        reader().get(ITEMS + "?offset=10001").then().statusCode(400).body("detail", containsString("next"));
        reader().get(ITEMS + "?offset=-1").then().statusCode(400).body("errors.parameter", hasItem("offset"));
        String next = path(link(reader().get(ITEMS + "?limit=1").jsonPath(), "next"));
        reader().get(next + "&offset=0").then().statusCode(200);
        reader().get(next + "&offset=2").then().statusCode(400).body("errors.parameter", hasItem("offset"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CRS84, "https://www.opengis.net/def/crs/OGC/1.3/CRS84", "[OGC:CRS84]", "OGC:CRS84", "CRS84",
        "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84"})
    void the_one_system_of_coordinates_has_many_names(String crs) {
        for (String parameter : List.of("crs", "bbox-crs", "filter-crs")) {
            given().queryParam(parameter, crs).get(ITEMS + "?limit=1&bbox=0,0,1,1").then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.opengis.net/def/crs/EPSG/0/4326", "EPSG:3857", "[EPSG:4326]", "CRS84h"})
    void other_systems_of_coordinates_are_refused_with_the_one_that_there_is(String crs) {
        for (String parameter : List.of("crs", "bbox-crs", "filter-crs")) {
            given().queryParam(parameter, crs).get(ITEMS + "?limit=1").then().statusCode(400)
                    .body("errors.parameter", hasItem(parameter)).body("detail", containsString(CRS84));
        }
    }

    @Test
    void filters_given_with_the_address_of_the_service_reach_the_items() {
        String set = events("10 10", "2001", "20 20", "2002", null, "2003");
        String carried = "?" + set + "&sortby=title";
        JsonPath landing = reader().get("/" + carried).then().statusCode(200).extract().jsonPath();
        JsonPath collections = reader().get(path(link(landing, "data"))).then().statusCode(200)
                .body("collections.id", equalTo(List.of("events")))
                .body("collections[0].title", containsString(set))
                .body("collections[0].description", containsString("Here only those with " + set))
                .body("collections[0].extent.spatial.bbox[0]", equalTo(List.of(10f, 10f, 20f, 20f)))
                .extract().jsonPath();
        assertThat(collections.<String, Object>getMap("collections[0]")).isEqualTo(reader().get("/collections/events" + carried)
                .then().statusCode(200).extract().jsonPath().getMap(""));
        String items = path(collections.getString("collections[0].links.find { it.rel == 'items' }.href"));
        reader().get(items + "&limit=2").then().statusCode(200).body("numberMatched", equalTo(3)).body("numberReturned", equalTo(2));
        reader().get(items + "&" + set + "&sortby=title").then().statusCode(200).body("numberMatched", equalTo(3));
        reader().get(path(link(landing, "conformance"))).then().statusCode(200);
        for (String document : List.of("/schema", "/queryables", "/sortables", "/items/moore-prague-speech")) {
            reader().get("/collections/events" + document + carried).then().statusCode(200);
        }
        given().get("/openapi" + carried + "&f=json").then().statusCode(200);
    }

    @Test
    void a_collection_that_is_not_filtered_is_not_offered() {
        reader().get("/collections?type=fight").then().body("collections.id", equalTo(List.of("events")));
        reader().get("/collections?q=prague").then().body("collections.id", equalTo(List.of("events", "places", "statements")));
        reader().get("/collections?filter=title%20LIKE%20'A%25'").then().body("collections.id", equalTo(List.of("events")));
        reader().get("/collections?from=2001").then().body("collections.id", equalTo(List.of("events", "statements")));
        reader().get("/collections/places?type=fight").then().statusCode(400).body("errors.parameter", hasItem("type"));
        reader().get("/collections/places/items?type=fight").then().statusCode(400).body("errors.parameter", hasItem("type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/collections"})
    void a_filter_that_no_collection_takes_is_refused_at_the_first_document(String path) {
        reader().get(path + "?tpye=fight").then().statusCode(400).body("detail", containsString("did you mean 'type'"));
        reader().get(path + "?type=figth").then().statusCode(400).body("detail", containsString("did you mean 'fight'"));
        reader().get(path + "?bbox=0,1,0,-1").then().statusCode(400).body("errors.parameter", hasItem("bbox"));
        reader().get(path + "?type=fight&within=europe").then().statusCode(400)
                .body("detail", containsString("'type' is one of events; 'within' is one of places"));
        reader().get(path + "?cursor=x").then().statusCode(400);
        reader().get(path + "?limit=5").then().statusCode(400);
        given().get("/openapi?tpye=fight").then().statusCode(400).body("detail", containsString("did you mean 'type'"));
    }

    @Test
    void filters_of_casus_work_here_too() {
        reader().get(ITEMS + "?type=fight&place=ukraine&from=2023-07-01").then().statusCode(200)
                .body("features.properties.typeId", hasItem("invasion"));
        reader().get(ITEMS + "?near=14.42,50.09&radius=5").then().statusCode(200)
                .body("features.geometry", everyItem(notNullValue()));
        reader().get(ITEMS + "?actor=russai").then().statusCode(400).body("detail", containsString("did you mean 'russia'"));
        reader().get("/collections/places/items?within=czech-republic").then().statusCode(200).body("features.id", hasItem("prague"));
    }

    @Test
    void every_document_of_a_revision_leads_to_others_of_it() {
        String set = events("1 1", "2001");
        long then = head();
        create("/events/" + unique("event"), event("Late", "2002", ", \"dataset\": \"" + set.substring("dataset=".length()) + "\""));
        String asOf = "asOf=" + then;
        JsonPath landing = reader().get("/?" + asOf).then().statusCode(200).body("revision", equalTo((int) then)).extract().jsonPath();
        JsonPath collections = reader().get(path(link(landing, "data"))).then().statusCode(200).extract().jsonPath();
        String items = collections.getString("collections[0].links.find { it.rel == 'items' }.href");
        assertThat(items).endsWith("?" + asOf);
        reader().get(path(items) + "&" + set).then().statusCode(200).body("numberMatched", equalTo(1))
                .body("links.find { it.rel == 'collection' }.href", containsString(asOf));
        reader().get(ITEMS + "?" + asOf + "&" + asOf).then().statusCode(200);
        reader().get(ITEMS + "?asOf=1&" + asOf).then().statusCode(400);
        reader().get(ITEMS + "?asOf=999999").then().statusCode(400);
    }

    @Test
    void links_name_the_host_that_was_asked_and_believe_no_stranger_about_it() {
        Response asked = given().header("Host", "maps.example.org:8443").header("Forwarded", "host=evil.example.org;proto=https")
                .header("X-Forwarded-Host", "evil.example.org").get("/collections/events");
        assertThat(link(asked.jsonPath(), "items")).isEqualTo("http://maps.example.org:8443/collections/events/items");
        assertThat(asked.header("Link")).contains("<http://maps.example.org:8443/collections/events>; rel=\"self\"");
        assertThat(asked.asString()).doesNotContain("evil");
    }

    @Test
    void a_page_that_was_let_in_may_read() {
        given().header("Origin", "https://map.example.org").get(ITEMS + "?limit=1").then()
                .header("Access-Control-Allow-Origin", notNullValue());
    }

    @Test
    void an_empty_answer_is_a_collection_of_nothing() {
        reader().get(ITEMS + "?tag=" + unique("tag")).then().statusCode(200)
                .body("numberMatched", equalTo(0)).body("features", empty()).body("links.rel", not(hasItem("next")));
    }
}
