package org.casus.imports.format.icews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casus.actor.ActorInput;
import org.casus.event.EventInput;
import org.casus.event.EventInput.Participation;
import org.casus.imports.format.Draft;
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

class IcewsTest {

    private static final List<String> COLUMNS = List.of("Event ID", "Event Date", "Source Name", "Source Sectors",
            "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country",
            "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude");

    @Test
    void a_row_is_read_as_an_analyst_would_read_it() {
        ParsedFile read = read(Map.of());
        Draft draft = read.only();
        EventInput event = draft.event();

        assertThat(read.as().format().name()).isEqualTo("icews");
        assertThat(read.as().layout().seen()).isEqualTo("ICEWS, 20 columns by name");
        assertThat(draft.objections()).isEmpty();
        assertThat(event.id().value()).isEqualTo("icews-123-20170331");
        assertThat(event.type().value()).isEqualTo("visit");
        assertThat(event.title()).isEqualTo("Jane \"J\" Doe – Make a visit – France, Lyon");
        assertThat(event.when().text()).isEqualTo("2017-03-31");
        assertThat(event.codings()).extracting("code").containsExactly("042");
        assertThat(event.location()).isEqualTo(new Location(45.75, 4.85, LocationPrecision.NEAR));
        assertThat(event.participants()).containsExactly(new Participation(Role.INITIATOR, new Slug("icews-jane-j-doe")),
                new Participation(Role.TARGET, new Slug("france")));
    }

    @Test
    void an_actor_is_part_of_its_state() {
        Draft draft = read(Map.of()).only();
        ActorInput actor = ParsedFile.need(draft, "icews-jane-j-doe", ActorInput.class);

        assertThat(actor.memberships()).extracting(of -> of.of().value()).containsExactly("germany");
        assertThat(actor.identifiers()).containsExactly(new Identifier("icews-actor", "Jane \"J\" Doe"));
        assertThat(actor.kind()).isEqualTo(ActorKind.GOVERNMENT);
        assertThat(ParsedFile.need(draft, "germany", ActorInput.class).kind()).isEqualTo(ActorKind.STATE);
    }

    @ParameterizedTest
    @CsvSource({"'Army,Military,Government', MILITARY", "'International Government Organization', ORGANIZATION",
        "'Nongovernmental Organization (International)', ORGANIZATION", "'General Population / Civilian / Social', POPULATION",
        "'News,Media', MEDIA", "'', GROUP"})
    void an_actor_is_what_its_sectors_say(String sectors, ActorKind kind) {
        assertThat(ParsedFile.need(read(Map.of("Source Sectors", sectors)).only(), "icews-jane-j-doe", ActorInput.class).kind())
                .isEqualTo(kind);
    }

    @Test
    void places_lie_in_each_other_up_to_the_country() {
        Draft draft = read(Map.of()).only();

        PlaceInput city = ParsedFile.need(draft, draft.event().place().value(), PlaceInput.class);
        assertThat(city.kind()).isEqualTo(PlaceKind.CITY);
        PlaceInput district = ParsedFile.need(draft, city.within().value(), PlaceInput.class);
        assertThat(district.kind()).isEqualTo(PlaceKind.DISTRICT);
        assertThat(ParsedFile.need(draft, district.within().value(), PlaceInput.class).within().value()).isEqualTo("france");
    }

    @Test
    void the_story_is_the_source() {
        Draft draft = read(Map.of()).only();
        SourceInput story = ParsedFile.need(draft, "icews-story-987", SourceInput.class);

        assertThat(story.publisher()).isEqualTo("Daily Nothing");
        assertThat(story.title()).isEqualTo("Story 987");
        assertThat(draft.event().reports().get(0).note()).isEqualTo("Sentence 2");
        assertThat(ParsedFile.need(read(Map.of("Publisher", "NULL")).only(), "icews-story-987", SourceInput.class).publisher())
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"2017-03-31, 2017-03-31", "3/31/2017, 2017-03-31", "03/01/2017, 2017-03-01", "2017-03-31 00:00:00, 2017-03-31",
        "20170331, 2017-03-31", "20170331.0, 2017-03-31"})
    void both_forms_of_date_are_read(String written, String when) {
        assertThat(read(Map.of("Event Date", written)).only().event().when().text()).isEqualTo(when);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NULL", "NA"})
    void what_is_missing_is_left_out(String missing) {
        Map<String, String> none = COLUMNS.stream().filter(column -> !List.of("Event ID", "Event Date", "CAMEO Code")
                .contains(column)).collect(Collectors.toMap(column -> column, column -> missing));
        Draft draft = read(none).only();

        assertThat(draft.objections()).isEmpty();
        assertThat(draft.event().title()).isEqualTo("Unknown – Make a visit");
        assertThat(draft.event().participants()).isEmpty();
        assertThat(draft.event().reports()).isEmpty();
        assertThat(draft.event().place()).isNull();
        assertThat(draft.event().location()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"42, 042", "10, 010", "14, 014", "231, 0231", "190, 190", "1823, 1823", "1, 01", "42.0, 042"})
    void a_code_that_was_read_as_a_number_gets_its_zero_again(String written, String code) {
        Draft draft = read(Map.of("CAMEO Code", written)).only();

        assertThat(draft.event().codings()).extracting("code").containsExactly(code);
        assertThat(draft.objections()).hasSize(code.startsWith("0") ? 1 : 0);
    }

    @Test
    void numbers_that_a_data_frame_wrote_its_own_way_are_the_same_numbers() {
        assertThat(read(Map.of("Event ID", "3e+07", "Story ID", "4.74e+07", "CAMEO Code", "042")).only())
                .isEqualTo(read(Map.of("Event ID", "30000000", "Story ID", "47400000", "CAMEO Code", "042")).only());
    }

    @Test
    void a_code_with_a_letter_is_read_as_its_root() {
        Draft draft = read(Map.of("CAMEO Code", "13y")).only();

        assertThat(draft.event().codings()).extracting("code").containsExactly("13");
        assertThat(draft.event().type()).isEqualTo(read(Map.of("CAMEO Code", "130")).only().event().type());
        assertThat(draft.objections()).containsExactly(
                new RowIssue("cameo code", "13y", "is a CAMEO code of two to four digits; read as its root 13"));
        assertThat(read(Map.of("CAMEO Code", "00y")).refusal().column()).isEqualTo("cameo code");
        assertThat(read(Map.of("CAMEO Code", "999")).refusal().rule()).contains("neither 999 nor 0999 is one");
    }

    @ParameterizedTest
    @CsvSource({"Timor Leste, timor-leste", "Cook Island, cook-islands", "Madagaskar, madagascar",
        "Côte d’Ivoire, ivory-coast", "Cote d`Ivoire, ivory-coast"})
    void a_country_is_known_as_these_files_spell_it(String name, String id) {
        Draft draft = read(Map.of("Country", name, "Source Country", name)).only();

        assertThat(draft.objections()).isEmpty();
        assertThat(draft.needs()).extracting(required -> required.id().value()).contains(id);
    }

    @Test
    void a_code_of_two_digits_is_a_root_where_others_have_their_zero() {
        ParsedFile read = ParsedFile.of(header() + line(Map.of("CAMEO Code", "14")) + line(Map.of("CAMEO Code", "010")));

        assertThat(read.drafts()).flatExtracting(draft -> draft.event().codings()).extracting("code")
                .containsExactly("14", "010");
    }

    @Test
    void a_code_without_a_type_of_its_own_has_the_type_of_what_it_begins_with() {
        assertThat(read(Map.of("CAMEO Code", "0429")).only().event().type().value()).isEqualTo("visit");
    }

    @ParameterizedTest
    @CsvSource({"Event ID, NULL", "Event ID, a1", "Event Date, ''", "Event Date, 31/3/2017", "CAMEO Code, NA",
        "CAMEO Code, 0042", "CAMEO Code, visit"})
    void a_row_is_refused_only_for_its_id_its_date_and_its_code(String column, String value) {
        assertThat(read(Map.of(column, value)).refusal().column()).isEqualToIgnoringCase(column);
    }

    @Test
    void what_is_wrong_in_a_cell_that_can_be_missing_is_noted() {
        Draft draft = read(Map.of("Source Country", "Nowhere", "Country", "Nowhere", "Story ID", "x", "Latitude", "north"))
                .only();

        assertThat(draft.objections()).extracting(RowIssue::column)
                .containsExactlyInAnyOrder("source country", "country", "story id", "latitude");
    }

    @Test
    void an_id_that_comes_again_on_another_day_is_another_event() {
        ParsedFile read = ParsedFile.of(header() + line(Map.of()) + line(Map.of("Event Date", "2017-04-01"))
                + line(Map.of("Source Name", "France", "Target Name", "Germany")));

        assertThat(read.drafts()).extracting(draft -> draft.event().id().value())
                .containsExactly("icews-123-20170331", "icews-123-20170401", "icews-123-20170331");
    }

    @Test
    void data_frames_are_read_with_row_names_and_with_dots_in_names() {
        String header = COLUMNS.stream().map(name -> '"' + name.replace(' ', '.') + '"').collect(Collectors.joining(","));
        String row = "\"1\"," + line(Map.of("Source Name", "A, B")).strip().lines().map(one -> one.replace("\"", "\"\""))
                .flatMap(one -> List.of(one.split("\t")).stream()).map(cell -> '"' + cell + '"')
                .collect(Collectors.joining(","));
        ParsedFile read = ParsedFile.of(header + "\n" + row + "\n");

        assertThat(read.as().layout().seen()).isEqualTo("ICEWS, 20 columns by name, with row names before them");
        assertThat(read.only().event().title()).startsWith("A, B – ");
    }

    @Test
    void texts_of_any_length_find_room() {
        Map<String, String> large = new HashMap<>();
        COLUMNS.stream().filter(column -> !List.of("Event ID", "Event Date", "CAMEO Code", "Story ID", "Country")
                .contains(column)).forEach(column -> large.put(column, (column + " word ").repeat(1000).strip()));

        assertThat(read(large).only().event().title()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void other_tables_are_not_taken_for_events() {
        assertThat(ParsedFile.recognised("Event ID\tEvent Date\n1\t2017-03-31\n")).isEmpty();
    }

    // ---- made-up rows ------------------------------------------------------------------------------------------------

    private static ParsedFile read(Map<String, String> other) {
        return ParsedFile.of(header() + line(other));
    }

    private static String header() {
        return String.join("\t", COLUMNS) + "\r\n";
    }

    private static String line(Map<String, String> other) {
        Map<String, String> cells = new HashMap<>(Map.of("Event ID", "123", "Event Date", "2017-03-31", "Source Name",
                "Jane \"J\" Doe", "Source Sectors", "Executive,Government", "Source Country", "Germany", "Event Text",
                "Make a visit", "CAMEO Code", "042", "Intensity", "1.9", "Target Name", "France", "Target Country", "France"));
        cells.putAll(Map.of("Story ID", "987", "Sentence Number", "2", "Publisher", "Daily Nothing", "City", "Lyon",
                "District", "Somewhere", "Province", "Rhone", "Country", "France", "Latitude", "45.75", "Longitude", "4.85"));
        cells.putAll(other);
        return COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).collect(Collectors.joining("\t")) + "\r\n";
    }
}
