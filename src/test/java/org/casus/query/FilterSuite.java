package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import org.casus.HttpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each filter finds, and what it does not. */
abstract class FilterSuite extends HttpSuite {

    /** The ids that a list answers, within a dataset of the test where it has one. */
    private static List<String> ids(String path) {
        Response response = reader().get(path);
        response.then().statusCode(200);
        assertThat(response.jsonPath().getInt("total")).isEqualTo(response.jsonPath().getList("items").size());
        return response.jsonPath().getList("items.id");
    }

    private static String put(String set, String title, String when, String further) {
        String id = unique("e");
        create("/events/" + id, event(title, when, ", \"dataset\": \"" + set + "\"" + further));
        return id;
    }

    @Test
    void a_type_finds_itself_and_what_stands_below() {
        String set = dataset();
        String invasion = put(set, "An invasion", "2024", "").strip();
        patch("/events/" + invasion, "{\"type\": \"invasion\"}");
        String speech = put(set, "A speech", "2023", "");
        assertThat(ids("/events?type=fight&dataset=" + set)).containsExactly(invasion);
        assertThat(ids("/events?type=invasion&dataset=" + set)).containsExactly(invasion);
        assertThat(ids("/events?type=statement&dataset=" + set)).containsExactly(speech);
        assertThat(ids("/events?type=speech,invasion&dataset=" + set)).containsExactly(invasion, speech);
        assertThat(ids("/events?type.not=fight&dataset=" + set)).containsExactly(speech);
        assertThat(ids("/events?type.all=fight,invasion&dataset=" + set)).containsExactly(invasion);
    }

    @Test
    void a_place_finds_what_lies_within_it() {
        String set = dataset();
        String kyiv = put(set, "In Kyiv", "2024", ", \"place\": \"kyiv\"");
        String prague = put(set, "In Prague", "2023", ", \"place\": \"prague\"");
        String nowhere = put(set, "Nowhere", "2022", "");
        assertThat(ids("/events?place=ukraine&dataset=" + set)).containsExactly(kyiv);
        assertThat(ids("/events?place=europe&dataset=" + set)).containsExactly(kyiv, prague);
        assertThat(ids("/events?place=europe&place.not=ukraine&dataset=" + set)).containsExactly(prague);
        assertThat(ids("/events?place.not=europe&dataset=" + set)).containsExactly(nowhere);
        assertThat(ids("/places?within=czech-republic")).contains("czech-republic", "prague", "british-embassy-prague");
    }

    @Test
    void an_actor_is_found_with_what_is_part_of_it_in_any_role_and_by_role() {
        String set = dataset();
        String done = put(set, "Done", "2024", ", \"participants\": [{\"role\": \"initiator\", \"actor\": \"mi6\"},"
                + " {\"role\": \"target\", \"actor\": \"russian-armed-forces\"}]");
        String hosted = put(set, "Hosted", "2023", ", \"participants\": [{\"role\": \"host\", \"actor\": \"mi6\"}]");
        assertThat(ids("/events?actor=united-kingdom&dataset=" + set)).containsExactly(done, hosted);
        assertThat(ids("/events?initiator=united-kingdom&dataset=" + set)).containsExactly(done);
        assertThat(ids("/events?target=russia&dataset=" + set)).containsExactly(done);
        assertThat(ids("/events?initiator=russia&dataset=" + set)).isEmpty();
        assertThat(ids("/events?target=united-kingdom&dataset=" + set)).isEmpty();
        assertThat(ids("/events?actor.all=united-kingdom,russia&dataset=" + set)).containsExactly(done);
        assertThat(ids("/events?actor.not=russia&dataset=" + set)).containsExactly(hosted);
        assertThat(ids("/events?actor=russia,united-kingdom&dataset=" + set)).containsExactly(done, hosted);
    }

    @Test
    void membership_counts_while_it_lasts() {
        String union = actor("Union");
        String member = actor("Republic");
        patch("/actors/" + member, """
                {"memberships": [{"kind": "partOf", "of": "%s", "when": "1922-12-30/1991-12-26"}]}""".formatted(union));
        String set = dataset();
        String with = ", \"participants\": [{\"role\": \"initiator\", \"actor\": \"" + member + "\"}]";
        String during = put(set, "During", "1968-08-20", with);
        String lastDay = put(set, "On the last day", "1991-12-26", with);
        put(set, "A day later", "1991-12-27", with);
        put(set, "Long after", "2022-02-24/..", with);
        String maybe = put(set, "Perhaps during", "199X", with);
        assertThat(ids("/events?actor=" + union + "&dataset=" + set)).containsExactlyInAnyOrder(lastDay, maybe, during);
        assertThat(ids("/events?initiator=" + union + "&dataset=" + set + "&to=1970")).containsExactly(during);
        assertThat(ids("/events?actor=" + member + "&dataset=" + set)).hasSize(5);
        assertThat(ids("/actors?partOf=" + union)).containsExactly(member, union);
    }

    @Test
    void other_memberships_than_part_of_are_not_followed() {
        String alliance = actor("Alliance");
        String ally = actor("Ally");
        patch("/actors/" + ally, "{\"memberships\": [{\"kind\": \"memberOf\", \"of\": \"%s\"}]}".formatted(alliance));
        String set = dataset();
        put(set, "By the ally", "2024", ", \"participants\": [{\"role\": \"initiator\", \"actor\": \"" + ally + "\"}]");
        assertThat(ids("/events?actor=" + alliance + "&dataset=" + set)).isEmpty();
    }

    @Test
    void from_and_to_find_what_overlaps_them_also_where_dates_are_open_or_uncertain() {
        String set = dataset();
        String day = put(set, "A day", "2023-07-19", "");
        String open = put(set, "Not over", "2022-02-24/..", "");
        String about = put(set, "About June", "2023-06~", "");
        String decade = put(set, "In the sixties", "196X", "");
        String span = put(set, "Two days", "1968-08-20/1968-08-21", "");
        String list = "/events?dataset=" + set;
        assertThat(ids(list + "&from=2023-07-19&to=2023-07-19")).containsExactlyInAnyOrder(day, open);
        assertThat(ids(list + "&from=2023-07-20")).containsExactly(open);
        assertThat(ids(list + "&to=2023-07-18&from=2023-06-15")).containsExactlyInAnyOrder(about, open);
        assertThat(ids(list + "&to=1968-08-20")).containsExactlyInAnyOrder(span, decade);
        assertThat(ids(list + "&from=1969&to=1970")).containsExactly(decade);
        assertThat(ids(list + "&from=1970&to=1971")).isEmpty();
        assertThat(ids(list + "&to=2022-02-23T23:59:59Z")).containsExactlyInAnyOrder(span, decade);
        assertThat(ids(list + "&from=2023-07-19T23:59:59.999Z")).containsExactlyInAnyOrder(day, open);
        assertThat(ids(list + "&from=2023-07-19T23:59:59Z")).contains(day);
        assertThat(ids(list + "&from=2023-07&to=2023-07")).containsExactlyInAnyOrder(day, open);
        assertThat(ids(list + "&from=2023-07-20T01:59:00%2B02:00&to=2023-07-21")).containsExactlyInAnyOrder(day, open);
    }

    @Test
    void words_are_found_in_titles_summaries_and_the_names_of_what_an_event_refers_to() {
        String set = dataset();
        String one = put(set, "Überfall auf die Żabka", "2024", ", \"summary\": \"Die Kasse war leer.\"");
        String two = put(set, "Another day", "2023", ", \"place\": \"kyiv\"");
        String list = "/events?dataset=" + set + "&q=";
        assertThat(ids(list + "uberfall")).containsExactly(one);
        assertThat(ids(list + "%C3%9CBERFALL%20zabka")).containsExactly(one);
        assertThat(ids(list + "kasse")).containsExactly(one);
        assertThat(ids(list + "%D0%9A%D0%B8%D1%97%D0%B2")).as("Київ").containsExactly(two);
        assertThat(ids(list + "kyiv%20day")).containsExactly(two);
        assertThat(ids(list + "kyiv%20kasse")).isEmpty();
        assertThat(ids(list + "%22kasse%20war%22")).containsExactly(one);
        assertThat(ids(list + "%22war%20kasse%22")).isEmpty();
        assertThat(ids(list + "uberf*")).containsExactly(one);
        assertThat(ids(list + "uberf")).isEmpty();
        assertThat(ids(list + "-kasse")).containsExactly(two);
        assertThat(ids(list + "day%20-kyiv")).isEmpty();
    }

    @Test
    void the_names_of_one_place_are_found_alike_also_where_nothing_refers_to_it() {
        String set = dataset();
        String kiev = put(set, "Talks in Kiev", "2024-03", "");
        String kyiv = put(set, "Talks in Київ", "2024-02", "");
        put(set, "Talks in Київська область", "2024-01", "");
        for (String name : List.of("kyiv", "kiev", "%D0%9A%D0%98%D0%87%D0%92")) {
            assertThat(ids("/events?dataset=" + set + "&q=" + name)).as(name).containsExactly(kiev, kyiv);
        }
        assertThat(ids("/events?dataset=" + set + "&q=talks%20-kyiv")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?type.not=fight", "/events?q=-kyiv", "/events?tag.not=cold-war&place.not=europe",
        "/actors?kind.not=state", "/statements?speaker.not=richard-moore"})
    void what_only_excludes_leaves_all_others(String path) {
        int excluded = reader().get(path).then().statusCode(200).extract().jsonPath().getInt("total");
        int all = reader().get(path.substring(0, path.indexOf('?'))).jsonPath().getInt("total");
        assertThat(excluded).isLessThan(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "%22", "%22%22", "-", "*", "-*", "-%22", "%27%3B%20drop%20table%20event--", "((", "a%20AND",
        "title:x", "%5C", "~", "%F0%9F%95%8A", "%E2%80%8B", "-%20-%20-", "/.*/", "%7B%7D", "+"})
    void no_search_text_is_wrong(String text) {
        for (String path : List.of("/events", "/actors", "/places", "/sources", "/statements", "/datasets", "/event-types")) {
            int status = reader().get(path + "?q=" + text).statusCode();
            assertThat(status).isEqualTo(text.equals("+") ? 400 : 200);
        }
    }

    @Test
    void tags_sources_and_codings_are_matched_word_for_word() {
        String source = unique("paper");
        create("/sources/" + source, """
                {"publisher": "A paper", "title": "A report", "kind": "article", "published": "2024-02"}""");
        String set = dataset();
        String one = put(set, "One", "2024", ", \"tags\": [\"red\", \"green\"], \"codings\": [{\"scheme\": \"cameo\","
                + " \"code\": \"190\"}, {\"scheme\": \"acled\", \"code\": \"Explosions/Remote violence\"}],"
                + " \"reports\": [{\"source\": \"" + source + "\"}]");
        String two = put(set, "Two", "2023", ", \"tags\": [\"green\"]");
        String list = "/events?dataset=" + set;
        assertThat(ids(list + "&tag=red")).containsExactly(one);
        assertThat(ids(list + "&tag=red,green")).containsExactly(one, two);
        assertThat(ids(list + "&tag.all=red,green")).containsExactly(one);
        assertThat(ids(list + "&tag.not=red")).containsExactly(two);
        assertThat(ids(list + "&tag=re")).isEmpty();
        assertThat(ids(list + "&coding=cameo:190")).containsExactly(one);
        assertThat(ids(list + "&coding=cameo:19")).isEmpty();
        assertThat(ids(list + "&coding=acled:Explosions/Remote%20violence")).containsExactly(one);
        assertThat(ids("/events?source=" + source)).containsExactly(one);
        assertThat(ids("/sources?q=%22a%20report%22&from=2024-02-10&to=2024-02-11")).contains(source);
        assertThat(ids("/sources?q=%22a%20report%22&from=2024-03")).doesNotContain(source);
    }

    @Test
    void a_dataset_is_told_from_others() {
        String set = dataset();
        String tag = unique("told-apart");
        String event = put(set, "Mine", "2024", ", \"tags\": [\"" + tag + "\"]");
        String other = put(dataset(), "Theirs", "2024", ", \"tags\": [\"" + tag + "\"]");
        assertThat(ids("/events?dataset=" + set)).containsExactly(event);
        assertThat(ids("/events?dataset.not=" + set + "&tag=" + tag)).containsExactly(other);
    }

    @Test
    void related_events_are_found_in_both_directions() {
        String set = dataset();
        String cause = put(set, "Cause", "2024-01", "");
        String effect = put(set, "Effect", "2024-02",
                ", \"relations\": [{\"kind\": \"respondsTo\", \"event\": \"" + cause + "\"}]");
        put(set, "Unrelated", "2024-03", "");
        assertThat(ids("/events?relatedTo=" + cause)).containsExactly(effect);
        assertThat(ids("/events?relatedTo=" + effect)).containsExactly(cause);
        assertThat(ids("/events?dataset=" + set + "&relatedTo.not=" + cause)).hasSize(2).doesNotContain(effect);
    }

    @Test
    void statements_are_found_by_who_said_them_where_and_about_what() {
        String event = unique("said-at");
        create("/events/" + event, event("A speech", "2023-07-19", ""));
        String statement = unique("said");
        create("/statements/" + statement, """
                {"speaker": "richard-moore", "gist": "Words about a city", "madeIn": "%s", "when": "2023-07-19",
                 "about": [{"place": "kyiv"}, {"actor": "russian-armed-forces"}, {"event": "moore-prague-speech"}]}"""
                .formatted(event));
        String only = "&madeIn=" + event;
        for (String found : List.of("speaker=richard-moore", "speaker=mi6", "speaker=united-kingdom", "about=kyiv",
                "about=ukraine", "about=europe", "about=russia", "about=moore-prague-speech",
                "about.all=ukraine,russia", "about=ukraine,china", "from=2023-07-19&to=2023", "q=city")) {
            assertThat(ids("/statements?" + found + only)).as(found).containsExactly(statement);
        }
        for (String other : List.of("speaker=russia", "about=china", "about.not=ukraine", "from=2024", "about=prague")) {
            assertThat(ids("/statements?" + other + only)).as(other).isEmpty();
        }
    }

    @Test
    void actors_places_and_sources_are_found_by_kind_and_by_identifiers_elsewhere() {
        assertThat(ids("/actors?kind=intelligence")).contains("mi6").doesNotContain("russia");
        assertThat(ids("/actors?kind=person,intelligence&limit=1000")).contains("mi6", "richard-moore");
        assertThat(ids("/places?kind=continent")).contains("europe").doesNotContain("prague");
        assertThat(ids("/sources?kind=broadcast")).contains("politico-interview-2023-07-19");
        assertThat(ids("/places?identifier=wikidata:Q1085")).containsExactly("prague");
        assertThat(ids("/places?identifier=geonames:703448,wikidata:Q1085")).containsExactly("kyiv", "prague");
        assertThat(ids("/actors?identifier=iso-3166-1-alpha-2:UA")).containsExactly("ukraine");
        assertThat(ids("/event-types?parent=fight")).contains("fight", "invasion");
    }

    @ParameterizedTest
    @CsvSource({"/events?type=speach, type, unknown-reference, speech",
        "/events?actor=rusia, actor, unknown-reference, russia",
        "/events?place.not=pragu, place.not, unknown-reference, prague",
        "/events?dataset=prague-2024, dataset, unknown-reference, prague-2023",
        "/actors?kind=sate, kind, unknown-value, state",
        "/places?kind=citty, kind, unknown-value, city",
        "/events?sort=wen, sort, unknown-value, when",
        "/events?actr=russia, actr, unknown-parameter, actor",
        "/events?typ=speech, typ, unknown-parameter, type",
        "/changes?kind=evnt, kind, unknown-value, event"})
    void what_is_not_known_is_refused_with_the_nearest_that_is(String path, String parameter, String code, String nearest) {
        reader().get(path).then().statusCode(400)
                .body("errors.parameter", contains(parameter)).body("errors.code", contains(code))
                .body("detail", containsString("did you mean '" + nearest + "'?"));
    }

    @ParameterizedTest
    @CsvSource({"/events?type=, type, required", "/events?type=speech&type=interview, type, repeated",
        "/events?type=speech%2C%2Cinterview, type, required", "/events?type=Speech, type, pattern",
        "/events?actor=%2A, actor, pattern", "/events?coding=190, coding, pattern", "/events?coding=came:190, coding, pattern",
        "/places?identifier=Q1085, identifier, pattern", "/events?from=yesterday, from, edtf-invalid",
        "/events?from=2023-02-30, from, edtf-invalid", "/events?from=2022/2023, from, pattern",
        "/events?to=2022-02-24/.., to, pattern", "/events?from=2024&to=2023, to, range", "/events?to=%2B999999999-12-31T23:59:59.9Z, to, range",
        "/events?from=-999999999-01-01T00:00:00.0Z, from, range", "/events?to=%2B10000-01-01, to, edtf-invalid",
        "/events?sort=relevance, sort, rule", "/events?q=%00, q, text", "/events?q=a%07, q, text",
        "/events?tag=%EF%BF%BF, tag, text", "/events?source=nobody-knows-it, source, unknown-reference",
        "/events?relatedTo=nobody-knows-it, relatedTo, unknown-reference"})
    void a_value_that_cannot_be_read_is_named_with_its_parameter(String path, String parameter, String code) {
        reader().get(path).then().statusCode(400)
                .body("errors.parameter", contains(parameter)).body("errors.code", contains(code));
    }

    @Test
    void several_unknown_parameters_are_all_named() {
        reader().get("/events?foo=1&bar=2").then().statusCode(400)
                .body("type", equalTo("/problems/unknown-parameter"))
                .body("errors.parameter", containsInAnyOrder("foo", "bar"));
        reader().get("/events/moore-prague-speech?limit=2").then().statusCode(400)
                .body("errors.parameter", contains("limit"));
        reader().get("/?x=1").then().statusCode(400);
    }

    @Test
    void a_repeated_parameter_is_answered_with_the_comma_that_was_meant() {
        reader().get("/events?type=speech&type=interview").then().statusCode(400)
                .body("detail", containsString("type=speech,interview"));
    }
}
