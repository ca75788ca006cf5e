package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the filters find that go beyond lists of ids and words. */
abstract class RangeFilterSuite extends HttpSuite {

    private static List<String> ids(String path) {
        return reader().get(path).then().statusCode(200).extract().jsonPath().getList("items.id");
    }

    private static String put(String set, String when, String further) {
        String id = unique("e");
        create("/events/" + id, event("Something", when, ", \"dataset\": \"" + set + "\"" + further));
        return id;
    }

    private static String at(double lat, double lon) {
        return ", \"location\": {\"lat\": " + lat + ", \"lon\": " + lon + "}";
    }

    private static String by(String role, String actor) {
        return "{\"role\": \"" + role + "\", \"actor\": \"" + actor + "\"}";
    }

    @Test
    void certain_dates_lie_wholly_between_from_and_to() {
        String set = dataset();
        String day = put(set, "2023-07-19", "");
        String year = put(set, "2023", "");
        String open = put(set, "2023-07-01/..", "");
        String list = "/events?dataset=" + set;
        assertThat(ids(list + "&from=2023-07&to=2023-07&dates=possible")).containsExactlyInAnyOrder(day, year, open);
        assertThat(ids(list + "&from=2023-07&to=2023-07&dates=certain")).containsExactly(day);
        assertThat(ids(list + "&from=2023&to=2023&dates=certain")).containsExactlyInAnyOrder(day, year);
        assertThat(ids(list + "&from=2023-07&dates=certain")).containsExactlyInAnyOrder(day, open);
        assertThat(ids(list + "&to=2023&dates=certain")).containsExactlyInAnyOrder(day, year);
    }

    @Test
    void a_box_holds_its_edges_and_may_cross_the_antimeridian() {
        String set = dataset();
        String prague = put(set, "2024-01", at(50.08804, 14.42076));
        String suva = put(set, "2024-02", at(-18.1416, 178.4419));
        String edge = put(set, "2024-03", at(-18.1416, 180));
        put(set, "2024-04", ", \"place\": \"prague\"");
        String list = "/events?sort=when&dataset=" + set + "&bbox=";
        assertThat(ids(list + "14.42076,50.08804,14.42076,50.08804")).containsExactly(prague);
        assertThat(ids(list + "14.42077,50,15,51")).isEmpty();
        assertThat(ids(list + "12.09,48.55,18.86,51.06")).as("places lend no points").containsExactly(prague);
        assertThat(ids(list + "170,-30,-170,0")).containsExactly(suva, edge);
        assertThat(ids(list + "-180,-30,-170,0")).as("180 is -180").containsExactly(edge);
        assertThat(ids(list + "-180,-90,180,90")).containsExactly(prague, suva, edge);
        assertThat(ids("/places?bbox=14,50,15,51")).contains("prague").doesNotContain("kyiv");
    }

    @Test
    void near_is_a_great_circle_in_kilometres() {
        String set = dataset();
        String prague = put(set, "2024-01", at(50.08804, 14.42076));
        String vienna = put(set, "2024-02", at(48.20849, 16.37208));
        String fiji = put(set, "2024-03", at(0, 179.5));
        String list = "/events?sort=when&dataset=" + set + "&near=";
        assertThat(ids(list + "14.42076,50.08804&radius=0.001")).containsExactly(prague);
        assertThat(ids(list + "14.42076,50.08804&radius=250")).containsExactly(prague);
        assertThat(ids(list + "14.42076,50.08804&radius=255")).containsExactly(prague, vienna);
        assertThat(ids(list + "-179.5,0&radius=112")).as("over the antimeridian").containsExactly(fiji);
        assertThat(ids(list + "0,-90&radius=20038")).containsExactly(prague, vienna, fiji);
        assertThat(ids("/places?near=14.42076,50.08804&radius=5")).contains("prague").doesNotContain("kyiv");
    }

    @Test
    void a_role_with_an_actor_is_one_participation() {
        String set = dataset();
        String hosted = put(set, "2024-01", ", \"participants\": [" + by("host", "mi6") + "," + by("speaker", "russia") + "]");
        String spoke = put(set, "2024-02", ", \"participants\": [" + by("speaker", "united-kingdom") + "]");
        String none = put(set, "2024-03", "");
        String list = "/events?sort=when&dataset=" + set;
        assertThat(ids(list + "&role=speaker")).containsExactly(hosted, spoke);
        assertThat(ids(list + "&role=host")).containsExactly(hosted);
        assertThat(ids(list + "&role.all=host,speaker")).containsExactly(hosted);
        assertThat(ids(list + "&role.not=host")).containsExactly(spoke, none);
        assertThat(ids(list + "&role=speaker&actor=united-kingdom")).containsExactly(spoke);
        assertThat(ids(list + "&role=host&actor=united-kingdom")).containsExactly(hosted);
        assertThat(ids(list + "&role=host&actor.is=united-kingdom")).isEmpty();
        assertThat(ids(list + "&role=host,speaker&actor=united-kingdom")).containsExactly(hosted, spoke);
        assertThat(ids(list + "&role=host,speaker&actor.all=united-kingdom,russia")).containsExactly(hosted);
        assertThat(ids(list + "&role=speaker&actor.not=russia")).containsExactly(spoke);
    }

    @Test
    void is_means_this_alone_and_nothing_below() {
        String set = dataset();
        String kyiv = put(set, "2024-01", ", \"place\": \"kyiv\", \"participants\": [" + by("initiator", "mi6") + "]");
        String ukraine = put(set, "2024-02", ", \"place\": \"ukraine\", \"participants\": ["
                + by("initiator", "united-kingdom") + "]");
        String list = "/events?sort=when&dataset=" + set;
        assertThat(ids(list + "&place=ukraine")).containsExactly(kyiv, ukraine);
        assertThat(ids(list + "&place.is=ukraine")).containsExactly(ukraine);
        assertThat(ids(list + "&place.is=ukraine,kyiv")).containsExactly(kyiv, ukraine);
        assertThat(ids(list + "&actor.is=united-kingdom")).containsExactly(ukraine);
        assertThat(ids(list + "&initiator.is=mi6")).containsExactly(kyiv);
        assertThat(ids(list + "&type=statement")).containsExactly(kyiv, ukraine);
        assertThat(ids(list + "&type.is=statement")).isEmpty();
        reader().get("/places?within.is=ukraine").then().statusCode(400).body("errors.code", contains("unknown-parameter"));
    }

    @Test
    void publishers_are_counted_once_each_and_keep_the_name_they_had() {
        String set = dataset();
        String paper = unique("paper");
        String other = unique("paper");
        String house = unique("paper");
        create("/sources/" + paper, "{\"publisher\": \"The Paper\", \"title\": \"One\", \"kind\": \"article\"}");
        create("/sources/" + other, "{\"publisher\": \"The Paper\", \"title\": \"Two\", \"kind\": \"article\"}");
        create("/sources/" + house, "{\"publisher\": \"Smith, Elder\", \"title\": \"Three\", \"kind\": \"book\"}");
        String once = put(set, "2024-01", ", \"reports\": [{\"source\": \"" + paper + "\"}, {\"source\": \"" + other + "\"}]");
        String twice = put(set, "2024-02", ", \"reports\": [{\"source\": \"" + paper + "\"}, {\"source\": \"" + house + "\"}]");
        String list = "/events?sort=when&dataset=" + set;
        assertThat(ids(list + "&minSources=1")).containsExactly(once, twice);
        assertThat(ids(list + "&minSources=2")).containsExactly(twice);
        assertThat(ids(list + "&publisher=The%20Paper")).containsExactly(once, twice);
        assertThat(ids(list + "&publisher=Smith%5C,%20Elder")).as("a comma of its own").containsExactly(twice);
        assertThat(ids(list + "&publisher.not=Smith%5C,%20Elder")).containsExactly(once);
        assertThat(ids("/sources?publisher=Smith%5C,%20Elder")).contains(house);
        patch("/sources/" + house, "{\"publisher\": \"The Paper\"}");
        assertThat(ids(list + "&minSources=2")).as("as it stood when the event was written").containsExactly(twice);
        reader().get("/events/" + twice).then().body("reports[1].publisher", equalTo("Smith, Elder"));
    }

    @Test
    void what_a_get_showed_of_a_publisher_can_be_sent_back() {
        String paper = unique("paper");
        create("/sources/" + paper, "{\"publisher\": \"The Paper\", \"title\": \"One\", \"kind\": \"article\"}");
        String event = put(dataset(), "2024", ", \"reports\": [{\"source\": \"" + paper + "\"}]");
        long revision = revisionOf("/events/" + event);
        replace("/events/" + event, reader().get("/events/" + event).asString());
        assertThat(revisionOf("/events/" + event)).isEqualTo(revision);
        patch("/events/" + event, "{\"title\": \"Something else\"}");
        reader().get("/events/" + event).then().body("reports[0].publisher", equalTo("The Paper"));
    }

    @Test
    void deaths_are_compared_by_the_best_estimate_and_without_one_never_match() {
        String set = dataset();
        String zero = put(set, "2024-01", ", \"fatalities\": {\"best\": 0}");
        String ten = put(set, "2024-02", ", \"fatalities\": {\"low\": 3, \"best\": 10, \"high\": 20}");
        put(set, "2024-03", ", \"fatalities\": {\"low\": 10}");
        put(set, "2024-04", "");
        String list = "/events?sort=when&dataset=" + set + "&fatalities=";
        assertThat(ids(list + "1..")).containsExactly(ten);
        assertThat(ids(list + "10")).containsExactly(ten);
        assertThat(ids(list + "..10")).containsExactly(zero, ten);
        assertThat(ids(list + "1..9")).isEmpty();
        assertThat(ids(list + "0..0")).containsExactly(zero);
    }

    @Test
    void changed_since_finds_what_was_written_after_a_revision() {
        String set = dataset();
        String first = put(set, "2024-01", "");
        String second = put(set, "2024-02", "");
        long then = head();
        patch("/events/" + first, "{\"title\": \"Changed\"}");
        String list = "/events?dataset=" + set + "&changedSince=";
        assertThat(ids(list + then)).containsExactly(first);
        assertThat(ids(list + (then - 1))).containsExactlyInAnyOrder(first, second);
        assertThat(ids(list + head())).isEmpty();
        assertThat(ids(list + "1970-01-02")).containsExactlyInAnyOrder(first, second);
        assertThat(ids("/datasets?limit=500&changedSince=2000-01-01T00:00:00Z")).contains(set);
        reader().get("/events?changedSince=" + (head() + 1000)).then().statusCode(400)
                .body("errors.parameter", contains("changedSince")).body("detail", containsString("not yet written"));
        reader().get("/events?asOf=" + (then - 1) + "&changedSince=" + then).then().statusCode(400)
                .body("detail", containsString("asOf"));
    }

    @Test
    void codes_of_other_taxonomies_lead_to_types_and_the_answer_says_how() {
        String set = dataset();
        String invasion = put(set, "2024-01", "");
        patch("/events/" + invasion, "{\"type\": \"fight\"}");
        put(set, "2024-02", "");
        String only = "&dataset=" + set;
        assertThat(ids("/events?type=cameo:19" + only)).containsExactly(invasion);
        assertThat(ids("/events?type=plover:ASSAULT,fight" + only)).containsExactly(invasion);
        reader().get("/events?type=acled:Battles/Armed%20clash" + only).then().statusCode(200);
        assertThat(ids("/events?type.not=cameo:19" + only)).hasSize(1).doesNotContain(invasion);
        String type = reader().get("/event-types?coding=cameo:010").jsonPath().getString("items[0].id");
        reader().get("/events?type=cameo:0109" + only).then().statusCode(200).body("total", equalTo(1))
                .body("links.readAs", equalTo("/events?dataset=" + set + "&type=" + type));
        reader().get("/events?type=fight").then().body("links.readAs", nullValue());
        for (String door : List.of("/events/counts?by=type&", "/events/clusters?")) {
            reader().get(door + "type=cameo:0109&dataset=" + set).then().statusCode(200).body("links.readAs", equalTo(
                    door.replace("by=type&", "by=type&dataset=" + set + "&type=" + type)
                            .replace("clusters?", "clusters?dataset=" + set + "&type=" + type)));
        }
        assertThat(reader().get("/events?all=true&f=ndjson&type=cameo:0109&dataset=" + set).header("Link"))
                .contains("type=" + type + ">; rel=\"readAs\"");
        reader().get("/events?type=plover:ASAULT").then().statusCode(400)
                .body("detail", containsString("did you mean 'plover:ASSAULT'?"));
        reader().get("/events?type=acled:Nothing%20of%20the%20kind").then().statusCode(400)
                .body("detail", containsString("/event-types"));
    }

    @Test
    void actors_are_found_by_what_they_are_members_of_and_sources_by_language() {
        String club = actor("Club");
        String member = actor("Member");
        String part = actor("Part");
        patch("/actors/" + member, "{\"memberships\": [{\"kind\": \"memberOf\", \"of\": \"" + club + "\"}]}");
        patch("/actors/" + part, "{\"memberships\": [{\"kind\": \"partOf\", \"of\": \"" + club + "\"}]}");
        assertThat(ids("/actors?memberOf=" + club)).containsExactly(member);
        reader().get("/actors/" + club).then().body("links.members", equalTo("/actors?memberOf=" + club));
        String paper = unique("paper");
        create("/sources/" + paper, """
                {"publisher": "A paper", "title": "Слово", "kind": "article", "language": "uk"}""");
        assertThat(ids("/sources?language=uk,en")).contains(paper);
        assertThat(ids("/sources?language.not=uk&limit=1000")).doesNotContain(paper);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/events?dates=certain | dates | rule", "/events?from=2023&dates=sure | dates | unknown-value",
        "/events?bbox=1,2,3 | bbox | pattern", "/events?bbox=1,2,3,x | bbox | pattern", "/events?bbox=0,50,10,40 | bbox | pattern",
        "/events?bbox=0,91,0,92 | bbox | pattern", "/events?bbox=0,0,0,NaN | bbox | pattern", "/places?bbox=1,2,3,4,5 | bbox | pattern",
        "/actors?bbox=1,2,3,4 | bbox | unknown-parameter", "/events?near=14,50 | near | rule", "/events?radius=5 | radius | rule",
        "/events?near=14&radius=5 | near | pattern", "/events?near=14,91&radius=5 | near | pattern",
        "/events?near=14,50&radius=0 | radius | range", "/events?near=14,50&radius=20039 | radius | range",
        "/events?near=14,50&radius=-1 | radius | range", "/events?near=14,50&radius=5km | radius | range",
        "/events?role=hots | role | unknown-value", "/events?role=host&actor=rusia | actor | unknown-reference",
        "/events?actor.is=rusia | actor.is | unknown-reference", "/events?minSources=0 | minSources | range",
        "/events?minSources=two | minSources | range", "/events?fatalities=.. | fatalities | pattern",
        "/events?fatalities=5..1 | fatalities | range", "/events?fatalities=-1 | fatalities | pattern",
        "/events?fatalities=1.5 | fatalities | pattern", "/sources?fatalities=1 | fatalities | unknown-parameter",
        "/events?changedSince=yesterday | changedSince | pattern", "/events?changedSince=9999-01-01 | changedSince | range",
        "/events?type=gdelt:19 | type | pattern", "/events?type=cameo: | type | unknown-reference"})
    void a_value_that_cannot_be_read_is_named_with_its_parameter(String path, String parameter, String code) {
        reader().get(path).then().statusCode(400)
                .body("errors.parameter", contains(parameter)).body("errors.code", contains(code));
    }
}
