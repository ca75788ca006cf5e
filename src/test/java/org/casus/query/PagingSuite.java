package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through lists. */
abstract class PagingSuite extends HttpSuite {

    /** Seven events of a dataset of their own, one for each month from January 2024 on, oldest first. */
    private static List<String> seven(String set) {
        List<String> ids = new ArrayList<>();
        for (int month = 1; month <= 7; month++) {
            String id = unique("m" + month);
            create("/events/" + id, event("Month " + month, "2024-0" + month, ", \"dataset\": \"" + set + "\""
                    + ", \"fatalities\": {\"best\": " + month * 7 % 5 + "}"));
            ids.add(id);
        }
        return ids;
    }

    /** The ids of all pages, in their order; between pages something happens. */
    private static List<String> walk(String first, Runnable between) {
        List<String> ids = new ArrayList<>();
        String path = first;
        while (path != null) {
            Response page = reader().get(path);
            page.then().statusCode(200);
            ids.addAll(page.jsonPath().getList("items.id"));
            path = page.jsonPath().getString("links.next");
            between.run();
        }
        return ids;
    }

    @Test
    void a_walk_shows_everything_once_newest_first() {
        String set = dataset();
        List<String> ids = seven(set);
        Collections.reverse(ids);
        assertThat(walk("/events?limit=2&dataset=" + set, () -> { })).isEqualTo(ids);
        assertThat(walk("/events?limit=7&dataset=" + set, () -> { })).isEqualTo(ids);
        reader().get("/events?limit=7&dataset=" + set).then().body("links", not(hasKey("next")))
                .body("total", equalTo(7));
    }

    @Test
    void a_walk_sees_one_revision_while_others_write() {
        String set = dataset();
        List<String> ids = seven(set);
        Collections.reverse(ids);
        Response first = reader().get("/events?limit=2&dataset=" + set);
        int asOf = first.jsonPath().getInt("asOf");
        patch("/events/" + ids.get(2), "{\"when\": \"1999\", \"title\": \"Moved away\"}");
        delete("/events/" + ids.get(3));
        create("/events/" + unique("late"), event("Late", "2024-03-15", ", \"dataset\": \"" + set + "\""));
        Response second = reader().get(first.jsonPath().getString("links.next"));
        second.then().statusCode(200).body("items.id", contains(ids.get(2), ids.get(3)))
                .body("items[0].title", equalTo("Month 5")).body("total", equalTo(7)).body("asOf", equalTo(asOf));
        assertThat(walk(second.jsonPath().getString("links.next"), () -> { })).isEqualTo(ids.subList(4, 7));
        reader().get("/events?dataset=" + set).then().body("total", equalTo(7))
                .body("items.title", hasItem("Moved away"));
    }

    @Test
    void the_limit_may_change_on_the_way() {
        String set = dataset();
        List<String> ids = seven(set);
        String next = reader().get("/events?limit=2&sort=when&dataset=" + set).jsonPath().getString("links.next");
        reader().get(next.replace("limit=2", "limit=5")).then().statusCode(200)
                .body("items.id", equalTo(ids.subList(2, 7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-when", "when", "-fatalities", "fatalities", "-changed", "changed", "relevance"})
    void every_order_of_events_is_kept_over_pages(String sort) {
        String set = dataset();
        List<String> ids = seven(set);
        String query = "/events?q=month&sort=" + sort + "&dataset=" + set;
        List<String> whole = reader().get(query).jsonPath().getList("items.id");
        assertThat(whole).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(walk(query + "&limit=1", () -> { })).isEqualTo(whole);
        switch (sort) {
            case "when", "changed" -> assertThat(whole).isEqualTo(ids);
            case "-when", "-changed" -> {
                Collections.reverse(ids);
                assertThat(whole).isEqualTo(ids);
            }
            case "fatalities" -> assertThat(reader().get(query).jsonPath().getList("items.fatalities.best", Integer.class))
                    .isSorted();
            case "-fatalities" -> assertThat(reader().get(query).jsonPath().getList("items.fatalities.best", Integer.class))
                    .isSortedAccordingTo(Comparator.reverseOrder());
            default -> { }
        }
    }

    @Test
    void names_are_sorted_without_regard_to_case_and_accents() {
        String outer = place("Middle of it", null);
        for (String name : List.of("zebra", "Ärger", "apple", "Zoo", "éclair")) {
            place(name, outer);
        }
        String query = "/places?within=" + outer;
        List<String> names = List.of("apple", "Ärger", "éclair", "Middle of it", "zebra", "Zoo");
        assertThat(reader().get(query).jsonPath().getList("items.name")).isEqualTo(names);
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        assertThat(reader().get(query + "&sort=-name").jsonPath().getList("items.name")).isEqualTo(reversed);
        assertThat(walk(query + "&limit=2", () -> { }))
                .isEqualTo(reader().get(query).jsonPath().getList("items.id"));
    }

    @Test
    void a_title_counts_more_than_a_summary() {
        String word = unique("zq").replace("-", "");
        String set = dataset();
        String inSummary = unique("summary");
        String inTitle = unique("title");
        create("/events/" + inSummary, event("Nothing", "2024-02", ", \"summary\": \"" + word + "\", \"dataset\": \"" + set + "\""));
        create("/events/" + inTitle, event("Of " + word, "2024-01", ", \"dataset\": \"" + set + "\""));
        reader().get("/events?sort=relevance&q=" + word).then().body("items.id", contains(inTitle, inSummary));
        reader().get("/events?q=" + word).then().body("items.id", contains(inSummary, inTitle));
    }

    @Test
    void equal_times_are_told_apart_by_id() {
        String set = dataset();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = unique("same-day");
            create("/events/" + id, event("Same day", "2024-01-01", ", \"dataset\": \"" + set + "\""));
            ids.add(id);
        }
        Collections.sort(ids);
        assertThat(walk("/events?limit=2&dataset=" + set, () -> { })).isEqualTo(ids);
    }

    @Test
    void a_cursor_belongs_to_its_query() {
        String next = reader().get("/events?limit=2&dataset=prague-2023").jsonPath().getString("links.next");
        String cursor = next.substring(next.indexOf("cursor=") + 7).split("&")[0];
        for (String other : List.of("/events?cursor=" + cursor, "/events?dataset=prague-2023&sort=when&cursor=" + cursor,
                "/events?dataset=prague-2023&tag=reform&cursor=" + cursor, "/actors?cursor=" + cursor)) {
            reader().get(other).then().statusCode(400)
                    .body("errors.parameter", contains("cursor")).body("errors.code", contains("cursor"));
        }
        reader().get("/events?dataset=prague-2023&asOf=1&cursor=" + cursor).then().statusCode(400)
                .body("errors.parameter", contains("asOf")).body("detail", containsString("the cursor belongs to asOf="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%00", "AAAA", "eyJhIjoxfQ", "MTIzHzE", "%20", "..%2F"})
    void a_damaged_cursor_is_refused(String cursor) {
        reader().get("/events?cursor=" + cursor).then().statusCode(400).body("errors.parameter", contains("cursor"));
    }

    @Test
    void a_cursor_with_one_letter_changed_is_refused() {
        String next = reader().get("/events?limit=2&dataset=prague-2023").jsonPath().getString("links.next");
        int middle = next.indexOf("cursor=") + 15;
        char other = next.charAt(middle) == 'A' ? 'B' : 'A';
        reader().get(next.substring(0, middle) + other + next.substring(middle + 1)).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "abc", "%D9%A5", "1.0", "1e2", "99999999999999999999", "+5", "0x10"})
    void a_limit_is_a_number_from_1_to_1000(String limit) {
        for (String path : List.of("/events", "/changes", "/actors/mi6/revisions")) {
            reader().get(path + "?limit=" + limit).then().statusCode(400)
                    .body("errors.parameter", contains("limit"))
                    .body("detail", startsWith("'limit' is a whole number from 1 to 1000"));
        }
    }

    @Test
    void links_stand_in_the_header_too() {
        Response page = reader().get("/events?limit=1&type=fight");
        String next = page.jsonPath().getString("links.next");
        assertThat(page.header("Link")).contains("<" + next + ">; rel=\"next\"")
                .contains("</events?limit=1&type=fight>; rel=\"self\"").contains("rel=\"permalink\"");
    }

    @Test
    void what_was_asked_comes_back_in_self_as_a_person_would_write_it() {
        for (String path : List.of("/events?type=speech,interview", "/events?coding=cameo:010", "/events?q=head%20of%20mi6",
                "/events?coding=cameo:010&limit=5&q=mi6&type=speech")) {
            reader().get(path).then().statusCode(200).body("links.self", equalTo(path));
        }
    }
}
