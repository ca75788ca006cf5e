package org.casus.event.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.HttpSuite;
import org.casus.http.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around an event. */
abstract class GraphSuite extends HttpSuite {

    private static final String SPEECH = "/events/moore-prague-speech/graph";

    /** An event whose further members begin with a comma. */
    private static String made(String further) {
        String id = unique("event");
        create("/events/" + id, event("Event " + id, "2020-01-01", further));
        return id;
    }

    private static String relations(String... kindAndEvent) {
        return ", \"relations\": [" + IntStream.range(0, kindAndEvent.length / 2)
                .mapToObj(i -> "{\"kind\": \"%s\", \"event\": \"%s\"}".formatted(kindAndEvent[2 * i], kindAndEvent[2 * i + 1]))
                .collect(Collectors.joining(",")) + "]";
    }

    private static String statement(String speaker, String further) {
        String id = unique("statement");
        create("/statements/" + id, """
                {"speaker": "%s", "gist": "It is so"%s}""".formatted(speaker, further));
        return id;
    }

    static ValidatableResponse graph(String event, String query) {
        return reader().get("/events/" + event + "/graph" + query).then().statusCode(200);
    }

    private static List<String> keys(String event, String query) {
        return graph(event, query).extract().jsonPath().getList("nodes.key");
    }

    private static String edge(Map<String, String> edge) {
        return edge.get("from") + " " + edge.getOrDefault("relation", edge.getOrDefault("role", edge.get("kind"))) + " "
                + edge.get("to");
    }

    private static List<String> edges(String event, String query) {
        List<Map<String, String>> edges = graph(event, query).extract().jsonPath().getList("edges");
        return edges.stream().map(GraphSuite::edge).toList();
    }

    @Test
    void around_the_speech_stand_its_people_its_place_its_sources_related_events_and_what_was_said_in_it() {
        reader().get(SPEECH).then().statusCode(200)
                .body("event", equalTo("moore-prague-speech")).body("depth", equalTo(1)).body("complete", equalTo(true))
                .body("cut", empty())
                .body("nodes[0].key", equalTo("event/moore-prague-speech")).body("nodes[0].distance", equalTo(0))
                .body("nodes[0].type.name", equalTo("Speech")).body("nodes[0].when", equalTo("2023-07-19"))
                .body("nodes[0].href", equalTo("/events/moore-prague-speech"))
                .body("nodes.key", hasItems("actor/richard-moore", "source/kyiv-post-2023-07-19",
                        "event/russian-invasion-of-ukraine"))
                .body("nodes.kind", hasItems("place", "statement"))
                .body("edges.find { it.to == 'actor/richard-moore' && it.from == 'event/moore-prague-speech' }.role",
                        equalTo("speaker"))
                .body("links.permalink", containsString("asOf="));
    }

    @Test
    void the_event_of_a_graph_links_to_it() {
        reader().get("/events/moore-prague-speech").then().body("links.graph", equalTo(SPEECH));
    }

    @Test
    void relations_lead_in_both_directions_and_circles_come_to_an_end() {
        String first = made("");
        String second = made(relations("respondsTo", first));
        String third = made(relations("causes", second, "refersTo", first));
        patch("/events/" + first, "{" + relations("precedes", third).substring(1) + "}");
        for (int depth = 1; depth <= 3; depth++) {
            assertThat(keys(first, "?depth=" + depth))
                    .containsExactlyInAnyOrder("event/" + first, "event/" + second, "event/" + third);
            assertThat(edges(first, "?depth=" + depth)).containsExactlyInAnyOrder(
                    "event/" + second + " respondsTo event/" + first, "event/" + third + " causes event/" + second,
                    "event/" + third + " refersTo event/" + first, "event/" + first + " precedes event/" + third);
        }
    }

    @Test
    void each_hop_is_an_edge_and_none_goes_through_an_actor_or_a_place() {
        String speaker = actor("Someone");
        String where = place("Somewhere", null);
        String farthest = made("");
        String far = made(relations("respondsTo", farthest));
        String near = made(relations("respondsTo", far));
        String members = ", \"place\": \"%s\", \"participants\": [{\"role\": \"host\", \"actor\": \"%s\"}]"
                .formatted(where, speaker);
        String event = made(members + relations("respondsTo", near));
        String elsewhere = made(members);
        String said = statement(speaker, ", \"about\": [{\"event\": \"%s\"}]".formatted(near));
        assertThat(keys(event, "")).containsExactlyInAnyOrder("event/" + event, "event/" + near, "place/" + where,
                "actor/" + speaker);
        assertThat(keys(event, "?depth=2")).contains("event/" + far, "statement/" + said)
                .doesNotContain("event/" + farthest);
        assertThat(keys(event, "?depth=3")).contains("event/" + farthest).doesNotContain("event/" + elsewhere);
        graph(event, "?depth=3").body("nodes.distance", contains(0, 1, 1, 1, 2, 2, 3))
                .body("complete", equalTo(true));
        assertThat(edges(event, "?depth=2")).contains("statement/" + said + " speaker actor/" + speaker,
                "statement/" + said + " about event/" + near, "event/" + event + " host actor/" + speaker);
    }

    @Test
    void a_statement_leads_to_who_made_it_what_it_is_about_and_where_it_was_made() {
        String speaker = actor("Speaker");
        String subject = actor("Subject");
        String mentioned = made("");
        String event = made("");
        String said = statement(speaker, ", \"madeIn\": \"%s\", \"about\": [{\"actor\": \"%s\"}, {\"event\": \"%s\"}]"
                .formatted(event, subject, mentioned));
        assertThat(keys(event, "")).containsExactly("event/" + event, "statement/" + said);
        assertThat(keys(event, "?depth=2")).containsExactlyInAnyOrder("event/" + event, "statement/" + said,
                "actor/" + speaker, "actor/" + subject, "event/" + mentioned);
        assertThat(edges(event, "?depth=2")).containsExactlyInAnyOrder("statement/" + said + " madeIn event/" + event,
                "statement/" + said + " about actor/" + subject, "statement/" + said + " about event/" + mentioned,
                "statement/" + said + " speaker actor/" + speaker);
    }

    @Test
    void a_statement_about_an_actor_of_the_same_id_is_none_about_the_event() {
        String id = unique("both");
        create("/actors/" + id, "{\"name\": \"Of the same id\", \"kind\": \"group\"}");
        create("/events/" + id, event("Of the same id", "2020", ""));
        statement(id, ", \"about\": [{\"actor\": \"%s\"}]".formatted(id));
        graph(id, "?depth=3").body("nodes.key", contains("event/" + id)).body("complete", equalTo(true));
    }

    @Test
    void what_is_too_much_is_cut_off_and_the_cut_says_how_much_and_where_it_is() {
        String event = made("");
        for (int i = 0; i <= Limits.GRAPH_NEIGHBOURS; i++) {
            made(relations("partOf", event));
        }
        JsonPath graph = graph(event, "")
                .body("nodes", hasSize(1 + Limits.GRAPH_NEIGHBOURS)).body("complete", equalTo(false))
                .body("cut", hasSize(1)).body("cut[0].node", equalTo("event/" + event))
                .body("cut[0].kind", equalTo("relation")).body("cut[0].shown", equalTo(Limits.GRAPH_NEIGHBOURS))
                .body("cut[0].total", equalTo(Limits.GRAPH_NEIGHBOURS + 1))
                .body("cut[0].href", equalTo("/events?relatedTo=" + event))
                .extract().jsonPath();
        reader().get(graph.getString("cut[0].href")).then().statusCode(200)
                .body("total", equalTo(graph.getInt("cut[0].total")));
        long now = graph.getLong("asOf");
        graph(event, "?asOf=" + now).body("cut[0].href", endsWith("&asOf=" + now));
    }

    @Test
    void participants_beyond_the_bound_are_counted_once_each_however_many_roles_they_have() {
        List<String> actors = IntStream.rangeClosed(0, Limits.GRAPH_NEIGHBOURS).mapToObj(i -> actor("Actor " + i)).toList();
        String event = made(", \"participants\": [" + actors.stream()
                .map(actor -> "{\"role\": \"host\", \"actor\": \"%1$s\"}, {\"role\": \"speaker\", \"actor\": \"%1$s\"}"
                        .formatted(actor))
                .collect(Collectors.joining(",")) + "]");
        graph(event, "").body("nodes", hasSize(1 + Limits.GRAPH_NEIGHBOURS))
                .body("edges", hasSize(2 * Limits.GRAPH_NEIGHBOURS))
                .body("cut.kind", contains("participant")).body("cut.shown", contains(Limits.GRAPH_NEIGHBOURS))
                .body("cut.total", contains(actors.size())).body("cut.href", contains("/events/" + event));
    }

    @Test
    void as_of_an_earlier_revision_it_is_what_it_was_to_the_byte() {
        String other = made("");
        String event = made(relations("respondsTo", other));
        long then = head();
        String before = graph(event, "?asOf=" + then).extract().asString();
        String late = made(relations("respondsTo", event));
        patch("/events/" + event, "{\"title\": \"Another title\", \"relations\": []}");
        assertThat(graph(event, "?asOf=" + then).extract().asString()).isEqualTo(before);
        assertThat(keys(event, "")).containsExactly("event/" + event, "event/" + late);
        graph(event, "?asOf=" + then).body("asOf", equalTo((int) then))
                .body("nodes.key", contains("event/" + event, "event/" + other))
                .body("nodes.href", everyItem(endsWith("?asOf=" + then)));
        String permalink = graph(event, "").extract().jsonPath().getString("links.permalink");
        reader().get(permalink).then().statusCode(200).body("nodes[0].name", equalTo("Another title"));
        reader().get("/events/" + late + "/graph?asOf=" + then).then().statusCode(404);
    }

    @Test
    void who_has_the_answer_is_told_so_and_each_format_has_a_tag_of_its_own() {
        String url = SPEECH + "?asOf=" + head();
        String tag = reader().get(url).then().statusCode(200).header("ETag", notNullValue()).extract().header("ETag");
        reader().header("If-None-Match", tag).get(url).then().statusCode(304);
        reader().header("If-None-Match", tag).accept("text/vnd.graphviz").get(url).then().statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void an_event_that_is_no_more_has_no_graph_but_had_one() {
        String event = made("");
        long then = head();
        delete("/events/" + event);
        reader().get("/events/" + event + "/graph").then().statusCode(410).body("detail", containsString("asOf=" + then));
        graph(event, "?asOf=" + then).body("nodes", hasSize(1));
        reader().get("/events/never-was/graph").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "-1", "two", "1.5"})
    void a_depth_out_of_range_is_refused_with_the_range(String depth) {
        reader().get(SPEECH + "?depth=" + depth).then().statusCode(400).body("errors.parameter", contains("depth"))
                .body("detail", containsString("from 1 to 3"));
    }

    @Test
    void parameters_and_formats_that_there_are_not_are_refused() {
        reader().get(SPEECH + "?dept=2").then().statusCode(400).body("detail", containsString("depth"));
        reader().get(SPEECH + "?f=svg").then().statusCode(400).body("detail", containsString("json, dot"));
        reader().accept("image/png").get(SPEECH).then().statusCode(406).body("detail", containsString("text/vnd.graphviz"));
        reader().accept("text/html, */*;q=0.1").get(SPEECH).then().statusCode(200).contentType("application/json");
        writer().contentType("application/json").body("{}").post(SPEECH).then().statusCode(405)
                .header("Allow", containsString("GET"));
    }

    @Test
    void graphviz_gets_the_same_nodes_and_edges() {
        String odd = unique("odd");
        create("/events/" + odd, event("\\\"Quoted\\\" \\\\N & <b>bold</b> &amp;", "2020", relations("respondsTo", "prague-spring")));
        JsonPath json = graph(odd, "?depth=2").extract().jsonPath();
        DotReader byName = DotReader.read(graph(odd, "?depth=2&f=dot").contentType(startsWith("text/vnd.graphviz"))
                .extract().asString());
        assertThat(byName.nodes().keySet()).containsExactlyElementsOf(json.getList("nodes.key"));
        assertThat(byName.edges()).hasSize(json.getList("edges").size());
        assertThat(byName.nodes().get("event/" + odd).get("label")).isEqualTo("\"Quoted\" \\N & <b>bold</b> &amp;\n2020");
        String byAccept = reader().accept("text/vnd.graphviz").get("/events/" + odd + "/graph?depth=2").then()
                .statusCode(200).extract().asString();
        assertThat(DotReader.read(byAccept)).isEqualTo(byName);
        reader().accept("text/vnd.graphviz").get("/events/" + odd + "/graph?f=json").then().statusCode(200)
                .contentType("application/json").body("links.alternate", endsWith("f=dot"));
    }

    @Test
    void all_edges_of_the_dossier_lead_from_node_to_node() {
        JsonPath graph = reader().get(SPEECH + "?depth=3").then().statusCode(200).extract().jsonPath();
        List<String> keys = graph.getList("nodes.key");
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(graph.getList("edges.from", String.class)).isSubsetOf(keys);
        assertThat(graph.getList("edges.to", String.class)).isSubsetOf(keys);
        assertThat(graph.getList("edges")).doesNotHaveDuplicates();
    }
}
