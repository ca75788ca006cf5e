package org.casus.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.HttpSuite;
import org.casus.query.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many events there are of what, and whether the lists behind the rows have as many. */
abstract class CountReadsSuite extends HttpSuite {

    private static JsonPath counts(String query) {
        return reader().get("/events/counts?" + query).then().statusCode(200).extract().jsonPath();
    }

    private static String put(String set, String type, String when, String further) {
        String id = unique("c");
        create("/events/" + id, """
                {"type": "%s", "title": "To be counted", "when": "%s", "dataset": "%s"%s}"""
                .formatted(type, when, set, further));
        return id;
    }

    /** Rows in short: time, values, count, and what is possible. */
    private static List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        List<Map<String, Object>> found = counts(query).getList("rows");
        for (Map<String, Object> row : found) {
            List<String> parts = new ArrayList<>();
            for (Dimension by : Dimension.values()) {
                Object value = row.get(by.word());
                if (value != null) {
                    parts.add(value instanceof Map<?, ?> reference ? (String) reference.get("id") : (String) value);
                }
            }
            for (String list : List.of("without", "other")) {
                if (row.containsKey(list)) {
                    parts.add(list + row.get(list));
                }
            }
            parts.add(row.get("count") + (row.containsKey("possible") ? "+" + row.get("possible") : ""));
            rows.add(String.join(" ", parts));
        }
        return rows;
    }

    /** Events in several months, of several types, one of them over two months and one without an end. */
    private static String several() {
        String set = dataset();
        put(set, "speech", "2024-01-10", ", \"place\": \"kyiv\", \"fatalities\": {\"low\": 1, \"best\": 2}");
        put(set, "speech", "2024-01-20", ", \"place\": \"ukraine\", \"fatalities\": {\"best\": 3, \"high\": 9}");
        put(set, "invasion", "2024-01", ", \"place\": \"prague\"");
        put(set, "speech", "2024-04", "");
        put(set, "invasion", "2024-01-30/2024-02-02", "");
        put(set, "occupation", "2024-04-02/..", "");
        return "dataset=" + set;
    }

    @Test
    void events_are_counted_by_month_and_type_and_what_is_only_possible_stands_apart() {
        assertThat(rows(several() + "&by=month,type")).containsExactly(
                "speech 2024-01 2+0", "invasion 2024-01 1+1", "invasion 2024-02 0+1",
                "speech 2024-04 1+0", "occupation 2024-04 0+1");
    }

    @Test
    void what_has_no_end_is_possible_up_to_the_end_of_the_time_asked_about() {
        assertThat(rows(several() + "&by=month&from=2024-03-01&to=2024-06"))
                .containsExactly("2024-04 1+1", "2024-05 0+1", "2024-06 0+1");
    }

    @Test
    void empty_times_are_rows_where_they_are_asked_for() {
        assertThat(rows(several() + "&by=month&empty=true"))
                .containsExactly("2024-01 3+1", "2024-02 0+1", "2024-03 0+0", "2024-04 1+1");
        assertThat(rows("dataset=" + dataset() + "&by=year&empty=true&from=2024&to=2025"))
                .containsExactly("2024 0+0", "2025 0+0");
        assertThat(rows("dataset=" + dataset() + "&by=year&empty=true")).isEmpty();
    }

    @Test
    void a_month_that_the_time_asked_about_cuts_counts_what_lies_within_the_rest_of_it() {
        assertThat(rows(several() + "&by=month&from=2024-01-15&to=2024-01-31"))
                .containsExactly("2024-01 1+2");
    }

    @Test
    void weeks_are_those_of_ISO_and_days_those_of_UTC() {
        String set = "dataset=" + dataset();
        put(set.substring(8), "speech", "2024-12-30", "");
        put(set.substring(8), "speech", "2023-01-01", "");
        put(set.substring(8), "speech", "2025-01-01T23:30:00-02:00", "");
        assertThat(rows(set + "&by=week")).containsExactly("2022-W52 1+0", "2025-W01 2+0");
        assertThat(rows(set + "&by=day")).containsExactly("2023-01-01 1+0", "2024-12-30 1+0", "2025-01-02 1+0");
        assertThat(rows(set + "&by=year")).containsExactly("2023 1+0", "2024 1+0", "2025 1+0");
    }

    @Test
    void fatalities_are_the_sums_of_the_figures_given() {
        JsonPath counts = counts(several() + "&by=month");
        assertThat(counts.getMap("rows[0].fatalities")).isEqualTo(Map.of("low", 1, "best", 5, "high", 9));
        assertThat(counts.getMap("rows[1].fatalities")).isEqualTo(Map.of("low", 0, "best", 0, "high", 0));
    }

    @Test
    void types_and_places_count_by_themselves_or_by_what_stands_above_them() {
        String set = several();
        assertThat(rows(set + "&by=type")).containsExactly("speech 3", "invasion 2", "occupation 1");
        assertThat(rows(set + "&by=rootType")).containsExactly("fight 3", "statement 3");
        assertThat(rows(set + "&by=place")).containsExactly("without[place] 3", "kyiv 1", "prague 1", "ukraine 1");
        assertThat(rows(set + "&by=country")).containsExactly("without[country] 3", "ukraine 2", "czech-republic 1");
    }

    @Test
    void an_event_counts_once_for_each_of_its_actors_and_roles() {
        String set = dataset();
        put(set, "speech", "2024", """
                , "participants": [{"role": "initiator", "actor": "russia"}, {"role": "target", "actor": "ukraine"},
                 {"role": "victim", "actor": "ukraine"}]""");
        put(set, "speech", "2024", """
                , "participants": [{"role": "initiator", "actor": "ukraine"}]""");
        put(set, "speech", "2024", "");
        String of = "dataset=" + set;
        assertThat(rows(of + "&by=actor")).containsExactly("ukraine 2", "russia 1", "without[actor] 1");
        assertThat(counts(of + "&by=actor").getInt("total")).isEqualTo(3);
        assertThat(rows(of + "&by=role")).containsExactly("initiator 2", "target 1", "victim 1", "without[role] 1");
        assertThat(rows(of + "&by=actor,role")).containsExactly("russia initiator 1", "ukraine initiator 1",
                "ukraine target 1", "ukraine victim 1", "without[actor, role] 1");
    }

    @Test
    void more_values_than_asked_for_are_merged_and_an_event_counts_once_among_them() {
        String set = dataset();
        put(set, "speech", "2024", """
                , "participants": [{"role": "initiator", "actor": "russia"}, {"role": "target", "actor": "ukraine"},
                 {"role": "victim", "actor": "mi6"}]""");
        put(set, "speech", "2024", """
                , "participants": [{"role": "initiator", "actor": "ukraine"}, {"role": "target", "actor": "mi6"}]""");
        put(set, "speech", "2024", """
                , "participants": [{"role": "initiator", "actor": "ukraine"}]""");
        String of = "dataset=" + set;
        assertThat(rows(of + "&by=actor&limit=1")).containsExactly("ukraine 3", "other[actor] 2");
        JsonPath counts = counts(of + "&by=actor,year&limit=1");
        assertThat(counts.getList("other.by")).containsExactly("actor");
        assertThat(counts.getInt("other[0].values")).isEqualTo(2);
        assertThat(counts.getList("rows.links")).element(1).isNull();
    }

    @Test
    void a_facet_leaves_out_the_filter_on_itself_and_its_rows_put_another_in_its_place() {
        String set = several();
        assertThat(rows(set + "&by=type&type=fight")).containsExactly("invasion 2", "occupation 1");
        JsonPath facet = counts(set + "&by=type&type=fight&from=2024-01&to=2024-01&facet=true");
        assertThat(facet.getList("rows.type.id")).containsExactly("invasion", "speech");
        assertThat(facet.getInt("total")).isEqualTo(4);
        assertThat(facet.getString("rows[1].links.events")).doesNotContain("fight").contains("type.is=speech");
        assertThat(rows(set + "&by=year&from=2030&facet=true")).containsExactly("2024 5+1");
        reader().get("/events/counts?by=type&type=fihgt&facet=true").then().statusCode(400)
                .body("errors.parameter", contains("type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"by=type", "by=rootType", "by=actor", "by=role", "by=country", "by=place", "by=dataset", "by=publisher",
        "by=year", "by=month&from=1968-08-21&to=2023-07-19T12:00:00Z", "by=week&from=2023-07", "by=day&from=2023-07-18",
        "by=actor,role", "by=month,actor,role&from=2023-06", "by=rootType,country,year", "by=place,type&place=ukraine,europe",
        "by=country&place=europe&place.not=prague", "by=rootType&type=fight,speech", "by=rootType,type&type=speech",
        "by=actor&actor=russia", "by=role&actor=russia", "by=actor,role&actor=russia",
        "by=actor&role=initiator", "by=actor,role&role=initiator,target&actor=ukraine", "by=actor&actor.is=russia,ukraine",
        "by=year&dates=certain&from=2023", "by=year&facet=true&from=2023&type=fight", "by=type&asOf=150"})
    void the_list_behind_a_row_has_as_many_events_as_the_row_counts(String query) {
        JsonPath counts = counts(query + "&dataset=prague-2023");
        List<Map<String, Object>> rows = counts.getList("rows");
        assertThat(rows).isNotEmpty();
        int links = 0;
        for (Map<String, Object> row : rows) {
            if (row.get("links") instanceof Map<?, ?> to) {
                assertThat(total(to.get("events"))).as("%s", row).isEqualTo(row.get("count"));
                if (to.containsKey("possible")) {
                    assertThat(total(to.get("possible"))).as("%s", row)
                            .isEqualTo((int) row.get("count") + (int) row.get("possible"));
                }
                links++;
            } else if (!query.contains("actor.is")) {
                assertThat(row).containsKey("without");
            }
        }
        assertThat(links).isPositive();
        assertThat(total(counts.get("links.events"))).isEqualTo(counts.getInt("total"));
    }

    private static int total(Object link) {
        return reader().get(link + (link.toString().contains("?") ? "&" : "?") + "limit=1").then().statusCode(200).extract().jsonPath().getInt("total");
    }

    @Test
    void counts_hold_as_of_a_revision_with_the_names_of_then() {
        String set = dataset();
        String place = place("Old name", "ukraine");
        String event = put(set, "speech", "2024", ", \"place\": \"" + place + "\"");
        long before = head();
        patch("/events/" + event, "{\"type\": \"invasion\"}");
        patch("/places/" + place, "{\"name\": \"New name\", \"within\": \"prague\"}");
        String by = "by=type,place,country&dataset=" + set;
        assertThat(rows(by)).containsExactly("invasion czech-republic " + place + " 1");
        JsonPath then = counts(by + "&asOf=" + before);
        assertThat(then.getString("rows[0].type.id")).isEqualTo("speech");
        assertThat(then.getString("rows[0].country.id")).isEqualTo("ukraine");
        assertThat(then.getString("rows[0].place.name")).isEqualTo("Old name");
        assertThat(then.getString("rows[0].place.href")).isEqualTo("/places/" + place + "?asOf=" + before);
        assertThat(then.getString("rows[0].links.events")).contains("asOf=" + before);
        assertThat(then.getLong("asOf")).isEqualTo(before);
    }

    @Test
    void what_the_client_has_is_not_sent_again() {
        Response first = reader().get("/events/counts?by=type");
        first.then().statusCode(200).header("Link", containsString("rel=\"permalink\""))
                .body("links.self", equalTo("/events/counts?by=type")).body("by", contains("type"));
        reader().header("If-None-Match", first.header("ETag")).get("/events/counts?by=type").then().statusCode(304);
        reader().header("If-None-Match", first.header("ETag")).get("/events/counts?by=place").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"by=month%2Cyear, by, rule", "by=typ, by, unknown-value", "by=type%2Ctype, by, size",
        "by=type%2Cplace%2Cdataset%2Cactor, by, size", "type=speech, by, required", "by=type&limit=0, limit, range",
        "by=type&limit=1001, limit, range", "by=type&empty=yes, empty, unknown-value", "by=type&facet=1, facet, unknown-value",
        "by=type&sort=when, sort, unknown-parameter", "by=type&actor=rusia, actor, unknown-reference",
        "by=day&from=2022&to=2100, by, size", "by=day&empty=true&from=0000&to=9999, by, size"})
    void what_cannot_be_counted_is_refused_with_what_can(String query, String parameter, String code) {
        reader().get("/events/counts?" + query.replace("%2C", ",")).then().statusCode(400)
                .body("errors.parameter", contains(parameter)).body("errors.code", contains(code));
    }
}
