package org.casus.imports.format.acled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.actor.ActorInput;
import org.casus.event.EventInput;
import org.casus.event.EventInput.Participation;
import org.casus.imports.format.Draft;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.run.ParsedFile;
import org.casus.imports.table.RowIssue;
import org.casus.model.ActorKind;
import org.casus.model.Identifier;
import org.casus.model.Location;
import org.casus.model.LocationPrecision;
import org.casus.model.PlaceKind;
import org.casus.model.Role;
import org.casus.model.Slug;
import org.casus.place.PlaceInput;
import org.casus.source.SourceInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcledTest {

    private static final List<String> COLUMNS = List.of("event_id_cnty", "event_date", "year", "time_precision",
            "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2",
            "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
            "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags",
            "timestamp");

    @Test
    void a_row_is_read_as_an_analyst_would_read_it() {
        ParsedFile read = read(Map.of());
        Draft draft = read.only();
        EventInput event = draft.event();

        assertThat(read.as().format().name()).isEqualTo("acled");
        assertThat(read.as().layout().seen()).isEqualTo("ACLED, 31 columns by name");
        assertThat(draft.objections()).isEmpty();
        assertThat(event.id().value()).isEqualTo("acled-xxx7");
        assertThat(event.type().value()).isEqualTo("violence-against-civilians");
        assertThat(event.title()).isEqualTo("Attack: Military Forces of Nowhere – Civilians (Nowhere), Somewhere, 2022-02-23");
        assertThat(event.when().text()).isEqualTo("2022-02-23");
        assertThat(event.summary()).isEqualTo("A made-up note, in one line.");
        assertThat(event.codings()).extracting("code").containsExactly("Violence against civilians/Attack");
        assertThat(event.location()).isEqualTo(new Location(1.5, 32.5, LocationPrecision.EXACT));
        assertThat(event.fatalities().best()).isEqualTo(3);
        assertThat(event.fatalities().low()).isNull();
        assertThat(event.tags()).containsExactly("time-precision-1", "civilian-targeting");
        assertThat(event.participants()).containsExactly(
                new Participation(Role.INITIATOR, new Slug("acled-military-forces-of-nowhere")),
                new Participation(Role.TARGET, new Slug("acled-civilians-nowhere")),
                new Participation(Role.PARTICIPANT, new Slug("acled-a-militia")),
                new Participation(Role.PARTICIPANT, new Slug("acled-farmers-nowhere")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-02-23", "23 February 2022", "23-02-2022", "23-Feb-22", "23-Feb-2022", "23/2/2022", "2/23/2022", "23.02.2022"})
    void days_are_read_as_they_are_published_and_as_spreadsheets_write_them(String day) {
        assertThat(read(Map.of("event_date", day)).only().event().when().text()).isEqualTo("2022-02-23");
    }

    @Test
    void actors_have_the_kind_of_their_code_or_its_text() {
        Draft draft = read(Map.of("inter1", "1", "inter2", "Civilians")).only();

        assertThat(actor(draft, "acled-military-forces-of-nowhere").kind()).isEqualTo(ActorKind.MILITARY);
        assertThat(actor(draft, "acled-civilians-nowhere").kind()).isEqualTo(ActorKind.POPULATION);
        assertThat(actor(draft, "acled-a-militia").kind()).isEqualTo(ActorKind.GROUP);
        assertThat(actor(draft, "acled-a-militia").identifiers()).containsExactly(new Identifier("acled-actor", "A Militia"));
    }

    @ParameterizedTest
    @CsvSource({"Military Forces of Russia (2000-) Air Force, russia", "Military Forces of Ukraine (2019-), ukraine",
        "Police Forces of the Philippines (2016-2022) Prison Guards, philippines", "Government of Kenya (2022-), kenya",
        "Farmers (India), india", "Military Forces of Nowhere (2000-),", "Al Shabaab,", "Wagner Group (2014-),"})
    void forces_and_people_of_a_country_are_part_of_it(String name, String state) {
        Draft draft = read(Map.of("actor1", name)).only();
        ActorInput actor = draft.needs().stream().map(RequiredResource::input).filter(ActorInput.class::isInstance).map(ActorInput.class::cast)
                .filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        assertThat(actor.memberships()).extracting(of -> of.of().value())
                .containsExactlyElementsOf(state == null ? List.of() : List.of(state));
    }

    private static ActorInput actor(Draft draft, String id) {
        return ParsedFile.need(draft, id, ActorInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Protests", "Riots", "Battles"})
    void who_is_named_first_in_a_protest_a_riot_or_a_battle_did_not_begin_it(String type) {
        assertThat(read(Map.of("event_type", type, "sub_event_type", "")).only().event().participants())
                .extracting(Participation::role).containsOnly(Role.PARTICIPANT);
    }

    @Test
    void an_actor_on_both_sides_is_there_once() {
        assertThat(read(Map.of("event_type", "Battles", "sub_event_type", "Armed clash", "actor2",
                "Military Forces of Nowhere", "assoc_actor_2", "A Militia")).only().event().participants()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"2022-02-23, 2022-02-23", "16 May 2025, 2025-05-16", "3 Sep 2025, 2025-09-03", "23-02-2022, 2022-02-23",
        "2022-02-23 00:00:00, 2022-02-23"})
    void every_form_of_date_is_read(String written, String when) {
        assertThat(read(Map.of("event_date", written)).only().event().when().text()).isEqualTo(when);
    }

    @ParameterizedTest
    @CsvSource({"1, 2022-02-23", "2, 2022-02-23~", "3, 2022-02", "2.0, 2022-02-23~", "'', 2022-02-23"})
    void a_date_is_as_exact_as_it_is_known(String precision, String when) {
        assertThat(read(Map.of("time_precision", precision)).only().event().when().text()).isEqualTo(when);
    }

    @Test
    void places_lie_in_each_other_up_to_the_country() {
        Draft draft = read(Map.of()).only();

        PlaceInput town = ParsedFile.need(draft, draft.event().place().value(), PlaceInput.class);
        assertThat(town.name()).isEqualTo("Somewhere");
        assertThat(town.kind()).isEqualTo(PlaceKind.CITY);
        assertThat(town.location()).isEqualTo(draft.event().location());
        PlaceInput district = ParsedFile.need(draft, town.within().value(), PlaceInput.class);
        assertThat(district.kind()).isEqualTo(PlaceKind.DISTRICT);
        PlaceInput region = ParsedFile.need(draft, district.within().value(), PlaceInput.class);
        assertThat(region.kind()).isEqualTo(PlaceKind.REGION);
        assertThat(region.within().value()).isEqualTo("uganda");
    }

    @ParameterizedTest
    @CsvSource({"800, ''", "800.0, ''", "NA, Uganda", "'', uganda"})
    void a_country_is_known_by_its_number_or_its_name(String iso, String name) {
        assertThat(read(Map.of("iso", iso, "country", name, "admin1", "", "admin2", "", "location", "")).only().event()
                .place().value()).isEqualTo("uganda");
    }

    @Test
    void an_event_at_sea_keeps_its_point_and_has_no_place() {
        Draft draft = read(Map.of("iso", "0", "country", "Sea of Nowhere", "geo_precision", "3")).only();

        assertThat(draft.event().place()).isNull();
        assertThat(draft.event().location().precision()).isEqualTo(LocationPrecision.REGION);
        assertThat(draft.objections()).extracting(RowIssue::column).containsExactly("country");
    }

    @Test
    void each_publisher_is_a_source() {
        Draft draft = read(Map.of("source", "Daily Nothing; Radio Nowhere; Daily Nothing")).only();

        assertThat(draft.event().reports()).hasSize(2);
        assertThat(ParsedFile.need(draft, draft.event().reports().get(1).source().value(), SourceInput.class).title())
                .isEqualTo("Radio Nowhere, 2022-02-23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA"})
    void what_is_missing_is_left_out(String missing) {
        Map<String, String> none = COLUMNS.stream().filter(column -> !List.of("event_id_cnty", "event_date", "event_type",
                "iso").contains(column)).collect(Collectors.toMap(column -> column, column -> missing));
        Draft draft = read(none).only();

        assertThat(draft.objections()).isEmpty();
        assertThat(draft.event().title()).isEqualTo("Violence against civilians, 2022-02-23");
        assertThat(draft.event().participants()).isEmpty();
        assertThat(draft.event().reports()).isEmpty();
        assertThat(draft.event().fatalities()).isNull();
        assertThat(draft.event().location()).isNull();
    }

    @Test
    void what_is_wrong_in_a_cell_that_can_be_missing_is_noted() {
        Draft draft = read(Map.of("time_precision", "4", "fatalities", "-1", "latitude", "91", "geo_precision", "x",
                "sub_event_type", "Something new")).only();

        assertThat(draft.objections()).extracting(RowIssue::column).containsExactlyInAnyOrder("time_precision",
                "fatalities", "latitude", "geo_precision", "sub_event_type");
        assertThat(draft.event().type().value()).isEqualTo(read(Map.of("sub_event_type", "")).only().event().type().value());
    }

    @ParameterizedTest
    @CsvSource({"event_id_cnty, ''", "event_id_cnty, a b", "event_date, ''", "event_date, 2022-02-30", "event_date, 5/6/2025",
        "event_type, ''", "event_type, Something new"})
    void a_row_is_refused_only_for_its_id_its_date_and_its_type(String column, String value) {
        assertThat(read(Map.of(column, value)).refusal().column()).isEqualTo(column);
    }

    @Test
    void an_id_that_comes_twice_is_the_same_event() {
        ParsedFile read = ParsedFile.of(header() + line(Map.of()) + line(Map.of("fatalities", "5")));

        assertThat(read.drafts()).extracting(draft -> draft.event().id().value()).containsExactly("acled-xxx7", "acled-xxx7");
    }

    @Test
    void columns_may_stand_in_another_order_and_be_more() {
        assertThat(ParsedFile.of("population_best,event_type,EVENT_DATE,event_id_cnty\r\n9,Protests,2022-02-23,XXX8\r\n").only()
                .event().id().value()).isEqualTo("acled-xxx8");
    }

    @Test
    void a_row_with_too_few_cells_is_refused_and_the_next_is_read() {
        ParsedFile read = ParsedFile.of(header() + "XXX1,2022-02-23\n" + line(Map.of()));

        assertThat(read.refusals()).extracting(RowIssue::column).containsExactly("row");
        assertThat(read.drafts()).hasSize(1);
    }

    @Test
    void texts_of_any_length_find_room() {
        Map<String, String> large = new HashMap<>();
        List.of("actor1", "assoc_actor_1", "actor2", "admin1", "location", "source", "notes", "sub_event_type")
                .forEach(column -> large.put(column, (column + " word ").repeat(1000)));
        large.put("assoc_actor_2", IntStream.range(0, 300).mapToObj(i -> "Group " + i)
                .collect(Collectors.joining("; ")));

        assertThat(read(large).only().event().participants()).hasSize(200);
    }

    @Test
    void a_file_in_another_encoding_is_read_and_says_so() {
        ParsedFile read = ParsedFile.of((header() + line(Map.of("location", "Orléans’")))
                .getBytes(Charset.forName("windows-1252")));

        assertThat(read.as().layout().seen()).endsWith(", in windows-1252");
        assertThat(read.only().event().title()).contains("Orléans’");
    }

    // ---- made-up rows ------------------------------------------------------------------------------------------------

    private static ParsedFile read(Map<String, String> other) {
        return ParsedFile.of(header() + line(other));
    }

    private static String header() {
        return String.join(",", COLUMNS) + "\n";
    }

    private static String line(Map<String, String> other) {
        Map<String, String> cells = new HashMap<>(Map.of("event_id_cnty", "XXX7", "event_date", "2022-02-23",
                "time_precision", "1", "event_type", "Violence against civilians", "sub_event_type", "Attack", "actor1",
                "Military Forces of Nowhere", "inter1", "State forces", "assoc_actor_1", "A Militia", "actor2",
                "Civilians (Nowhere)", "inter2", "7"));
        cells.putAll(Map.of("assoc_actor_2", "Farmers (Nowhere); A Militia", "civilian_targeting", "Civilian targeting",
                "iso", "800", "country", "Uganda", "admin1", "North Nowhere", "admin2", "Nowhere District", "location",
                "Somewhere", "latitude", "1.5", "longitude", "32.5", "geo_precision", "1"));
        cells.putAll(Map.of("source", "Daily Nothing", "notes", "A made-up note,\nin one line.", "fatalities", "3"));
        cells.putAll(other);
        return COLUMNS.stream().map(column -> '"' + cells.getOrDefault(column, "") + '"')
                .collect(Collectors.joining(",")) + "\n";
    }
}
