package org.casus.imports.format.polecat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.actor.ActorInput;
import org.casus.event.EventInput;
import org.casus.event.EventInput.Participation;
import org.casus.imports.format.Draft;
import org.casus.imports.run.ParsedFile;
import org.casus.imports.table.RowIssue;
import org.casus.model.ActorKind;
import org.casus.model.Identifier;
import org.casus.model.PlaceKind;
import org.casus.model.Role;
import org.casus.model.Slug;
import org.casus.place.PlaceInput;
import org.casus.source.SourceInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolecatTest {

    private static final List<String> COLUMNS = List.of(("Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,"
            + "Contexts,Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,"
            + "Wikipedia Actor ID,Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,"
            + "Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,"
            + "Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,Story People,Story Organizations,"
            + "Story Locations,Language,Version").split(","));

    @Test
    void a_row_is_read_as_an_analyst_would_read_it() {
        ParsedFile read = read(Map.of());
        Draft draft = read.only();
        EventInput event = draft.event();

        assertThat(read.as().format().name()).isEqualTo("polecat");
        assertThat(read.as().layout().seen()).isEqualTo("POLECAT, 40 columns by name");
        assertThat(draft.objections()).isEmpty();
        assertThat(event.id().value()).isEqualTo("polecat-20230102-7-abc");
        assertThat(event.title()).isEqualTo("Jane Doe; Germany – Protest (demo) – A Ministry, Lyon, 2023-01-02");
        assertThat(event.codings()).extracting("code").containsExactly("PROTEST/demo");
        assertThat(event.tags()).containsExactly("context-political-institutions", "context-lgbt");
        assertThat(event.participants()).containsExactly(new Participation(Role.INITIATOR, new Slug("polecat-jane-doe")),
                new Participation(Role.INITIATOR, new Slug("germany")),
                new Participation(Role.TARGET, new Slug("polecat-a-ministry")));
    }

    @Test
    void each_actor_is_part_of_the_country_that_stands_beside_it() {
        Draft draft = read(Map.of("Actor Name", "Jane Doe; John Doe", "Actor Country", "FRA; DEU")).only();

        assertThat(memberships(draft, "polecat-jane-doe")).containsExactly("france");
        assertThat(memberships(draft, "polecat-john-doe")).containsExactly("germany");
        assertThat(ParsedFile.need(draft, "polecat-a-ministry", ActorInput.class).kind()).isEqualTo(ActorKind.GOVERNMENT);
    }

    @ParameterizedTest
    @CsvSource({"FRA, None", "France, None", "None, 220", "'', 220.0"})
    void a_country_is_known_by_its_code_its_name_or_its_number(String country, String cow) {
        Draft draft = read(Map.of("Actor Name", "Jane Doe", "Actor Country", country, "Actor COW", cow)).only();

        assertThat(memberships(draft, "polecat-jane-doe")).containsExactly("france");
    }

    private static List<String> memberships(Draft draft, String actor) {
        return ParsedFile.need(draft, actor, ActorInput.class).memberships().stream().map(of -> of.of().value()).toList();
    }

    @Test
    void countries_that_stand_beside_no_name_are_nobodys() {
        Draft draft = read(Map.of("Actor Name", "A; B; C", "Actor Country", "FRA; DEU")).only();

        assertThat(memberships(draft, "polecat-a")).isEmpty();
    }

    @Test
    void a_name_as_it_stood_in_the_text_is_of_its_country() {
        Draft draft = read(Map.of("Actor Name", "None", "Actor Name Raw", "police", "Actor Country", "FRA")).only();

        assertThat(draft.event().participants().get(0).actor().value()).isEqualTo("polecat-police-france");
    }

    @ParameterizedTest
    @CsvSource({"PROTEST, demo, PROTEST/demo, 0", "protest, None, PROTEST, 0", "CONSULT, third_party, CONSULT/third-party, 0",
        "ASSAULT, heavy weapons, ASSAULT/heavy-weapons, 0", "PROTEST, something new, PROTEST/something-new, 1"})
    void a_mode_is_known_or_noted(String type, String mode, String code, int objections) {
        Draft draft = read(Map.of("Event Type", type, "Event Mode", mode)).only();

        assertThat(draft.event().codings()).extracting("code").containsExactly(code);
        assertThat(draft.objections()).hasSize(objections);
    }

    @Test
    void the_city_has_its_number_and_what_is_no_city_has_not() {
        Draft draft = read(Map.of()).only();
        PlaceInput city = ParsedFile.need(draft, draft.event().place().value(), PlaceInput.class);

        assertThat(city.kind()).isEqualTo(PlaceKind.CITY);
        assertThat(city.identifiers()).containsExactly(new Identifier("geonames", "12345"));
        assertThat(ParsedFile.need(draft, city.within().value(), PlaceInput.class).within().value()).isEqualTo("france");
        Draft other = read(Map.of("Feature Type", "HTL")).only();
        assertThat(ParsedFile.need(other, other.event().place().value(), PlaceInput.class).identifiers()).isEmpty();
    }

    @Test
    void who_published_it_is_the_source() {
        Draft draft = read(Map.of()).only();
        SourceInput source = ParsedFile.need(draft, draft.event().reports().get(0).source().value(), SourceInput.class);

        assertThat(source.publisher()).isEqualTo("Daily Nothing");
        assertThat(source.title()).isEqualTo("Daily Nothing, 2023-01-03");
        assertThat(source.published().text()).isEqualTo("2023-01-03");
    }

    @ParameterizedTest
    @CsvSource({"2023-01-02, 2023-01-02", "1/2/2023, 2023-01-02", "2023-01-02 00:00:00, 2023-01-02"})
    void every_form_of_date_is_read(String written, String when) {
        assertThat(read(Map.of("Event Date", written)).only().event().when().text()).isEqualTo(when);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "None"})
    void what_is_missing_is_left_out(String missing) {
        Map<String, String> none = COLUMNS.stream().filter(column -> !List.of("Event ID", "Event Date", "Event Type")
                .contains(column)).collect(Collectors.toMap(column -> column, column -> missing));
        Draft draft = read(none).only();

        assertThat(draft.objections()).isEmpty();
        assertThat(draft.event().title()).isEqualTo("Unknown – Protest, 2023-01-02");
        assertThat(draft.event().participants()).isEmpty();
        assertThat(draft.event().place()).isNull();
        assertThat(draft.event().reports()).isEmpty();
        assertThat(draft.event().tags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Event ID, None", "Event Date, ''", "Event Date, 2023-02-30", "Event Type, None", "Event Type, DEMAND"})
    void a_row_is_refused_only_for_its_id_its_date_and_its_type(String column, String value) {
        assertThat(read(Map.of(column, value)).refusal().column()).isEqualToIgnoringCase(column);
    }

    @Test
    void what_is_wrong_in_a_cell_that_can_be_missing_is_noted() {
        Draft draft = read(Map.of("Actor Country", "Nowhere", "Country", "Nowhere", "Longitude", "181",
                "Publication Date", "soon")).only();

        assertThat(draft.objections()).extracting(RowIssue::column)
                .containsExactlyInAnyOrder("actor country", "country", "longitude", "publication date");
    }

    @Test
    void a_file_in_latin_1_is_read_and_says_so() {
        String text = header() + line(Map.of("City", "Besançon"));
        ParsedFile latin = ParsedFile.of(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(latin.as().layout().seen()).isEqualTo("POLECAT, 40 columns by name, in windows-1252");
        assertThat(latin.only().event()).isEqualTo(ParsedFile.of(text).only().event());
    }

    @Test
    void a_file_that_becomes_latin_1_after_many_rows_is_read_as_such() {
        String text = header() + line(Map.of()).repeat(100) + line(Map.of("City", "Besançon"));

        assertThat(ParsedFile.of(text.getBytes(StandardCharsets.ISO_8859_1)).drafts()).hasSize(101);
    }

    @Test
    void a_long_file_in_utf_8_is_not_taken_for_latin_1_wherever_its_head_ends() {
        for (int shift = 0; shift < 3; shift++) {
            ParsedFile read = ParsedFile.of("x".repeat(shift) + "\t" + header() + ("\t" + line(Map.of("City", "ççççççç"))).repeat(1200));

            assertThat(read.as().layout().seen()).isEqualTo("POLECAT, 41 columns by name");
        }
    }

    @Test
    void an_id_that_comes_twice_is_the_same_event() {
        ParsedFile read = ParsedFile.of(header() + line(Map.of()) + line(Map.of("Event Mode", "riot")));

        assertThat(read.drafts()).extracting(draft -> draft.event().id().value())
                .containsExactly("polecat-20230102-7-abc", "polecat-20230102-7-abc");
    }

    @Test
    void texts_of_any_length_find_room() {
        Map<String, String> large = new HashMap<>();
        COLUMNS.stream().filter(column -> !List.of("Event Date", "Event Type", "Country").contains(column))
                .forEach(column -> large.put(column, (column + " word ").repeat(1000).strip()));
        large.put("Recipient Name", IntStream.range(0, 300).mapToObj(i -> "Group " + i)
                .collect(Collectors.joining("; ")));

        assertThat(read(large).only().event().participants()).hasSize(200);
    }

    // ---- made-up rows ------------------------------------------------------------------------------------------------

    private static ParsedFile read(Map<String, String> other) {
        return ParsedFile.of(header() + line(other));
    }

    private static String header() {
        return String.join("\t", COLUMNS) + "\n";
    }

    private static String line(Map<String, String> other) {
        Map<String, String> cells = new HashMap<>(Map.of("Event ID", "20230102-7-ABC", "Event Date", "2023-01-02",
                "Event Type", "PROTEST", "Event Mode", "demo", "Contexts", "political_institutions; lgbt", "Actor Name",
                "Jane Doe; Germany", "Actor Country", "DEU", "Recipient Name", "A Ministry", "Recipient Country", "FRA"));
        cells.putAll(Map.of("Primary Recipient Sector", "GOV", "City", "Lyon", "Province", "Rhone", "Country", "FRA",
                "Latitude", "45.75", "Longitude", "4.85", "GeoNames ID", "12345", "Feature Type", "PPLA", "Source",
                "Daily Nothing", "Publication Date", "2023-01-03"));
        cells.putAll(other);
        return COLUMNS.stream().map(column -> cells.getOrDefault(column, "None")).collect(Collectors.joining("\t")) + "\n";
    }
}
