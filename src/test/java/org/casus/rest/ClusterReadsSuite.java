package org.casus.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where events are, and whether the lists behind the cells have as many. */
abstract class ClusterReadsSuite extends HttpSuite {

    private static JsonPath clusters(String query) {
        return reader().get("/events/clusters?" + query).then().statusCode(200).extract().jsonPath();
    }

    private static String at(String set, double lat, double lon, String type) {
        String id = unique("m");
        create("/events/" + id, """
                {"type": "%s", "title": "On the map", "when": "2024", "dataset": "%s", "fatalities": {"best": 2},
                 "location": {"lat": %s, "lon": %s}}""".formatted(type, set, lat, lon));
        return id;
    }

    private static List<String> cells(String query) {
        JsonPath clusters = clusters(query);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < clusters.getList("clusters").size(); i++) {
            cells.add(clusters.getString("clusters[" + i + "].id") + " " + clusters.getInt("clusters[" + i + "].count"));
        }
        return cells;
    }

    @Test
    void events_of_one_cell_stand_together_with_their_mean_and_their_types() {
        String set = dataset();
        at(set, 50, 14, "speech");
        at(set, 51, 16, "invasion");
        at(set, 49, 15, "occupation");
        JsonPath clusters = clusters("zoom=2&dataset=" + set);
        assertThat(clusters.getInt("total")).isEqualTo(3);
        Map<String, Object> cell = clusters.getMap("clusters[0]");
        assertThat(cell).containsEntry("id", "2/8/6").containsEntry("count", 3).containsEntry("fatalities", 6)
                .doesNotContainKey("event");
        assertThat(clusters.getDouble("clusters[0].centre.lat")).isEqualTo(50, within(1e-6));
        assertThat(clusters.getDouble("clusters[0].centre.lon")).isEqualTo(15, within(1e-6));
        assertThat(clusters.getList("clusters[0].bounds", Double.class)).containsExactly(14.0, 49.0, 16.0, 51.0);
        assertThat(clusters.getList("clusters[0].cell", Double.class)).containsExactly(0.0, 45.0, 22.5, 67.5);
        assertThat(clusters.getList("clusters[0].types.type.id")).containsExactly("fight", "statement");
        assertThat(clusters.getList("clusters[0].types.count")).containsExactly(2, 1);
    }

    @Test
    void an_event_alone_in_its_cell_is_shown_itself() {
        String set = dataset();
        String alone = at(set, 50, 14, "speech");
        JsonPath clusters = clusters("zoom=16&dataset=" + set);
        assertThat(clusters.getString("clusters[0].event.id")).isEqualTo(alone);
        assertThat(clusters.getString("clusters[0].event.type.name")).isEqualTo("Speech");
    }

    @Test
    void a_point_on_a_border_lies_in_the_cell_to_the_east_and_to_the_north() {
        String set = dataset();
        at(set, 0, 0, "speech");
        at(set, 90, 180, "speech");
        at(set, -90, -180, "speech");
        at(set, -1e-12, -1e-12, "speech");
        at(set, 45, -90, "speech");
        assertThat(cells("zoom=0&dataset=" + set))
                .containsExactly("0/0/0 1", "0/0/1 1", "0/1/0 1", "0/1/1 1", "0/2/1 1");
        assertThat(cells("zoom=1&dataset=" + set))
                .containsExactly("1/0/0 1", "1/0/3 1", "1/2/3 1", "1/3/1 1", "1/4/2 1");
    }

    @Test
    void what_has_no_point_is_counted_whatever_the_view() {
        String set = dataset();
        at(set, 50, 14, "speech");
        create("/events/" + unique("m"), event("Nowhere", "2024", ", \"dataset\": \"" + set + "\""));
        assertThat(clusters("dataset=" + set).getInt("unplaced")).isEqualTo(1);
        JsonPath elsewhere = clusters("bbox=0,0,1,1&dataset=" + set);
        assertThat(elsewhere.getInt("total")).isZero();
        assertThat(elsewhere.getInt("unplaced")).isEqualTo(1);
        assertThat(elsewhere.getList("clusters")).isEmpty();
    }

    @Test
    void a_view_may_cross_the_antimeridian() {
        String set = dataset();
        at(set, 10, 179, "speech");
        at(set, 10, -179, "speech");
        at(set, 10, 0, "speech");
        assertThat(cells("zoom=0&bbox=170,0,-170,20&dataset=" + set)).containsExactly("0/0/1 1", "0/3/1 1");
        assertThat(cells("zoom=0&bbox=-170,0,170,20&dataset=" + set)).containsExactly("0/2/1 1");
        assertThat(cells("zoom=0&bbox=170,-85.06,190,85.06&dataset=" + set)).as("a map that goes on").containsExactly("0/0/1 1", "0/3/1 1");
        assertThat(cells("zoom=0&bbox=-530,-100,530,100&dataset=" + set)).as("a map of several worlds")
                .isEqualTo(cells("zoom=0&dataset=" + set));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoom=0", "zoom=3", "zoom=7&bbox=10,40,40,60", "zoom=1&bbox=100,-90,20,90", "zoom=2&type=fight",
        "zoom=0&bbox=80,-90,10,90", "zoom=4&asOf=160", "zoom=16&bbox=14.42076,50.08804,180,90"})
    void the_list_behind_a_cell_has_as_many_events_as_the_cell(String query) {
        String set = dataset();
        for (double[] point : new double[][] {{50.08804, 14.42076}, {50.08804, 14.42076}, {0, 0}, {-1e-12, 45}, {5, 180}, {5, -180}, {45, 45},
            {90, 180}, {10, 5}, {10, 85}, {10, 100}, {60, 40}}) {
            at(set, point[0], point[1], "invasion");
        }
        JsonPath clusters = clusters(query);
        List<Map<String, Object>> cells = clusters.getList("clusters");
        assertThat(cells).isNotEmpty();
        for (Map<String, Object> cell : cells) {
            if (cell.get("links") instanceof Map<?, ?> links) {
                assertThat(total(links.get("events"))).as("%s", cell).isEqualTo(cell.get("count"));
            } else {
                assertThat(query).contains("bbox=80,-90,10,90");
            }
        }
        assertThat(total(clusters.get("links.events"))).isEqualTo(clusters.getInt("total"));
    }

    private static int total(Object link) {
        return reader().get(link + (link.toString().contains("?") ? "&" : "?") + "limit=1").then().statusCode(200).extract().jsonPath().getInt("total");
    }

    @Test
    void clusters_hold_as_of_a_revision() {
        String set = dataset();
        String event = at(set, 50, 14, "speech");
        String query = "zoom=1&dataset=" + set;
        long before = head();
        patch("/events/" + event, "{\"location\": {\"lat\": -50, \"lon\": -14}}");
        assertThat(cells(query)).containsExactly("1/3/0 1");
        assertThat(cells(query + "&asOf=" + before)).containsExactly("1/4/3 1");
        delete("/events/" + event);
        assertThat(cells(query)).isEmpty();
        assertThat(clusters(query + "&asOf=" + before).getString("clusters[0].event.links.self"))
                .isEqualTo("/events/" + event + "?asOf=" + before);
    }

    @Test
    void what_the_client_has_is_not_sent_again() {
        Response first = reader().get("/events/clusters?zoom=1");
        first.then().statusCode(200).header("Link", containsString("rel=\"permalink\""));
        reader().header("If-None-Match", first.header("ETag")).get("/events/clusters?zoom=1").then().statusCode(304);
        reader().header("If-None-Match", first.header("ETag")).get("/events/clusters?zoom=2").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"zoom=17, zoom, range", "zoom=x, zoom, range", "zoom=2.5, zoom, range", "bbox=1%2C2%2C3, bbox, pattern",
        "bbox=1%2C2%2C3%2Cx, bbox, pattern", "bbox=0%2C50%2C10%2C40, bbox, pattern", "bbox=0%2C91%2C181%2C92, bbox, pattern",
        "limit=5, limit, unknown-parameter", "actor=rusia, actor, unknown-reference"})
    void what_cannot_be_shown_is_refused_with_what_can(String query, String parameter, String code) {
        reader().get("/events/clusters?" + query.replace("%2C", ",")).then().statusCode(400)
                .body("errors.parameter", contains(parameter)).body("errors", hasSize(1))
                .body("errors.code", contains(code));
    }
}
