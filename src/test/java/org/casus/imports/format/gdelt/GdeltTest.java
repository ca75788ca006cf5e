package org.casus.imports.format.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.SharedData;
import org.casus.actor.ActorInput;
import org.casus.event.EventInput;
import org.casus.imports.format.Draft;
import org.casus.imports.format.FileFormat;
import org.casus.imports.format.ImportMode;
import org.casus.imports.format.Layout;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.run.FileFormats;
import org.casus.imports.table.BrokenFileException;
import org.casus.imports.table.FileHead;
import org.casus.imports.table.RecordReader;
import org.casus.imports.table.RefusedRowException;
import org.casus.imports.table.RowIssue;
import org.casus.imports.table.TableRow;
import org.casus.model.ActorKind;
import org.casus.model.Location;
import org.casus.model.LocationPrecision;
import org.casus.model.MembershipKind;
import org.casus.model.PlaceKind;
import org.casus.model.Role;
import org.casus.model.Slug;
import org.casus.model.code.Cameo;
import org.casus.model.code.Scheme;
import org.casus.place.PlaceInput;
import org.casus.source.SourceInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GdeltTest {

    private static final String QUARTER = "20180326044500.export.CSV";
    private static final String SAMPLE = "gdelt-1.0-sample.CSV";

    private static final List<String> ONE = columns(false);
    private static final List<String> TWO = columns(true);

    private static final Map<String, Slug> CROSSWALK = new HashMap<>();
    private static final TypeCrosswalk TYPES = (scheme, code) -> Optional.ofNullable(CROSSWALK.get(scheme + ":" + code));
    private static ValidatorFactory factory;
    private static Validator validator;

    @BeforeAll
    static void prepare() throws IOException {
        try (InputStream in = GdeltTest.class.getResourceAsStream("/vocabulary/event-types.yaml")) {
            JsonNode types = new YAMLMapper().readTree(in);
            types.forEach(type -> type.path("mappings").path("cameo").forEach(
                    code -> CROSSWALK.put(Scheme.CAMEO + ":" + code.textValue(), new Slug(type.get("id").textValue()))));
        }
        factory = Validation.buildDefaultValidatorFactory();
        validator = factory.getValidator();
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    /** What became of the rows of a file. */
    private record Read(FileFormats.Recognised as, List<TableRow> rows, List<Draft> drafts, List<RowIssue> refusals) {

        /** How often each rule of each column was broken. */
        Map<String, Long> objections() {
            return drafts.stream().flatMap(draft -> draft.objections().stream()).collect(Collectors.groupingBy(
                    one -> one.column() + " " + one.rule().replaceAll("-?\\d+\\.\\d+, the weight of \\d+", "another"),
                    TreeMap::new, Collectors.counting()));
        }

        EventInput event(String id) {
            return drafts.stream().map(Draft::event).filter(event -> event.id().value().equals(id)).findFirst().orElseThrow();
        }
    }

    // ---- whole files -------------------------------------------------------------------------------------------------

    @Test
    void every_row_of_a_quarter_of_an_hour_of_2_0_becomes_an_event() throws IOException {
        Read read = read(export(QUARTER));

        assertThat(read.as().format().name()).isEqualTo("gdelt-2");
        assertThat(read.as().layout().seen()).isEqualTo("GDELT 2.0 Events, 61 columns without a header");
        assertThat(read.rows()).hasSize(1540);
        assertThat(read.refusals()).isEmpty();
        assertThat(read.drafts()).hasSize(1540).allSatisfy(GdeltTest::isValid);
        assertThat(read.objections()).isEqualTo(Map.of(
                "SQLDATE is at most 300 days before DATEADDED; it may be a year off", 18L));
        assertThat(read.drafts()).filteredOn(draft -> draft.event().participants().stream()
                .noneMatch(side -> side.role() == Role.INITIATOR)).hasSize(165);
        assertThat(read.drafts()).filteredOn(draft -> draft.event().participants().stream()
                .noneMatch(side -> side.role() == Role.TARGET)).hasSize(470);
        assertThat(read.drafts()).filteredOn(draft -> draft.event().place() == null).hasSize(38)
                .allMatch(draft -> draft.event().location() == null);
        assertThat(read.drafts()).allMatch(draft -> draft.event().reports().size() == 1);
        assertThat(tagged(read, "quad-1", "quad-2", "quad-3", "quad-4")).containsExactly(946L, 173L, 193L, 228L);
    }

    @Test
    void every_row_of_a_file_that_mixes_57_and_58_columns_of_1_0_becomes_an_event() throws IOException {
        Read read = read(export(SAMPLE));

        assertThat(read.as().format().name()).isEqualTo("gdelt-1");
        assertThat(read.as().layout().seen()).isEqualTo("GDELT 1.0 Events, 58 columns without a header");
        assertThat(read.rows()).hasSize(710);
        assertThat(read.refusals()).isEmpty();
        assertThat(read.drafts()).hasSize(710).allSatisfy(GdeltTest::isValid);
        assertThat(read.objections()).isEqualTo(Map.of(
                "ActionGeo_Type is 1 to 5 where a place is named, else 0", 3L,
                "SQLDATE is at most 300 days before DATEADDED; it may be a year off", 6L));
        assertThat(read.drafts()).filteredOn(draft -> draft.event().reports().isEmpty()).hasSize(201);
        assertThat(tagged(read, "quad-1", "quad-2", "quad-3", "quad-4")).containsExactly(433L, 67L, 107L, 103L);
    }

    private static List<Long> tagged(Read read, String... tags) {
        return Arrays.stream(tags).map(tag -> read.drafts().stream()
                .filter(draft -> draft.event().tags().contains(tag)).count()).toList();
    }

    @Test
    void the_weight_of_every_row_is_that_of_its_code() throws IOException {
        assertThat(read(export(QUARTER)).rows()).allSatisfy(row -> assertThat(Double.parseDouble(row.cells().get(30)))
                .isEqualTo(Cameo.of(row.cells().get(26)).orElseThrow().goldstein()));
    }

    @Test
    void a_row_is_read_as_an_analyst_would_read_it() throws IOException {
        EventInput event = read(export(QUARTER)).event("gdelt-741917024");

        assertThat(event.title()).isEqualTo("Canada – Make a visit – United Kingdom, Toronto, Ontario, Canada");
        assertThat(event.when().text()).isEqualTo("2017-03-26");
        assertThat(event.codings()).extracting("code").containsExactly("042");
        assertThat(event.participants()).containsExactly(
                new EventInput.Participation(Role.INITIATOR, new Slug("canada")),
                new EventInput.Participation(Role.TARGET, new Slug("united-kingdom")));
        assertThat(event.place().value()).isEqualTo("gns-m574890");
        assertThat(event.location()).isEqualTo(new Location(43.6667, -79.4167, LocationPrecision.NEAR));
        assertThat(event.tags()).containsExactly("quad-1");
        assertThat(event.summary()).isEqualTo("Mentions: 2, sources: 1, articles: 2, average tone: 3.70.");
    }

    // ---- what the layout is ------------------------------------------------------------------------------------------

    @Test
    void other_tables_with_as_many_columns_are_not_taken_for_events() {
        for (int columns : new int[] {57, 58, 61}) {
            String line = IntStream.range(0, columns).mapToObj(String::valueOf).collect(Collectors.joining("\t"));
            assertThat(recognised(line + "\n" + line + "\n")).isEmpty();
        }
        assertThat(recognised(line(TWO, Map.of("QuadClass", "7")))).isEmpty();
        assertThat(recognised(line(TWO, Map.of()) + "\tone more")).isEmpty();
    }

    @Test
    void files_of_57_and_58_columns_say_so() {
        String short57 = line(ONE.subList(0, 57), Map.of("GLOBALEVENTID", "2"));
        Read read = read(line(ONE, Map.of()) + "\n" + short57 + "\n");

        assertThat(read.as().layout().seen()).isEqualTo("GDELT 1.0 Events, 57 and 58 columns without a header");
        assertThat(read.drafts()).hasSize(2);
        assertThat(read.drafts().get(0).event().reports()).hasSize(1);
        assertThat(read.drafts().get(1).event().reports()).isEmpty();
    }

    @Test
    void a_row_with_another_number_of_cells_is_refused_and_the_others_are_not() {
        Read read = read(line(TWO, Map.of()) + "\n" + line(TWO, Map.of()) + "\n" + line(ONE, Map.of()) + "\n");

        assertThat(read.drafts()).hasSize(2);
        assertThat(read.refusals()).extracting(RowIssue::rule)
                .containsExactly("has as many cells as the file has columns, 61; this has 58");
    }

    @ParameterizedTest
    @CsvSource({"false, gdelt-1, GDELT 1.0 Events", "true, gdelt-2, GDELT 2.0 Events"})
    void data_frames_are_read_by_name_also_with_row_names_and_na(boolean two, String format, String seen) {
        List<String> columns = two ? TWO : ONE;
        String header = quoted(columns);
        String row = "\"17\"," + quoted(cells(columns, Map.of("Actor2Code", "NA", "Actor2Name", "NA",
                "Actor2CountryCode", "NA", "ActionGeo_Lat", "NA", "SOURCEURL", "NA")));
        Read read = read(header + "\n" + row + "\n");

        assertThat(read.as().format().name()).isEqualTo(format);
        assertThat(read.as().layout().seen())
                .isEqualTo(seen + ", " + columns.size() + " columns by name, with row names before them");
        assertThat(read.drafts()).singleElement().satisfies(draft -> {
            isValid(draft);
            assertThat(draft.event().id().value()).isEqualTo("gdelt-1");
            assertThat(draft.event().participants()).hasSize(1);
            assertThat(draft.event().location()).isNull();
            assertThat(draft.event().reports()).isEmpty();
            assertThat(draft.objections()).isEmpty();
        });
        assertThat(read("\"\"," + header + "\n" + row + "\n").drafts()).hasSize(1);
        assertThat(read(String.join("\t", columns) + "\n" + line(columns, Map.of())).drafts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"20180326, gdelt-1", "20180326044500, gdelt-2", "2.018033e+13, gdelt-2"})
    void an_extract_without_second_levels_is_of_the_version_that_its_times_tell(String added, String format) {
        List<String> columns = List.of("GLOBALEVENTID", "SQLDATE", "Actor1Code", "EventCode", "DATEADDED");
        Read read = read(quoted(columns) + "\n" + quoted(cells(columns, Map.of("DATEADDED", added))) + "\n");
        assertThat(read.as().format().name()).isEqualTo(format);
        assertThat(read.drafts()).hasSize(1);
    }

    @Test
    void who_says_the_version_is_believed_where_the_file_does_not_tell() {
        List<String> columns = List.of("GLOBALEVENTID", "SQLDATE", "EventCode");
        FileHead file = head((quoted(columns) + "\n" + quoted(cells(columns, Map.of())) + "\n").getBytes(StandardCharsets.UTF_8));
        for (String name : List.of("gdelt-1", "gdelt-2")) {
            assertThat(FileFormats.recognise(file, Optional.of(name), TYPES).format().name()).isEqualTo(name);
        }
    }

    @Test
    void the_names_that_r_gives_columns_are_no_row() {
        String names = IntStream.rangeClosed(1, TWO.size()).mapToObj(i -> "\"V" + i + "\"").collect(Collectors.joining(","));
        Read read = read("\"\"," + names + "\n\"1\"," + quoted(cells(TWO, Map.of())) + "\n\"2\"," + quoted(cells(TWO, Map.of())) + "\n"
                + "\"3\"," + quoted(cells(TWO, Map.of())) + "\n");
        assertThat(read.as().layout().before()).isEqualTo(1);
        assertThat(read.refusals()).isEmpty();
        assertThat(read.drafts()).hasSize(3);
    }

    @Test
    void a_file_says_nothing_of_what_it_has_no_columns_for() {
        List<String> columns = List.of("GLOBALEVENTID", "SQLDATE", "EventCode", "ActionGeo_Lat", "ActionGeo_Long", "NumMentions");
        Draft draft = read(quoted(columns) + "\n" + quoted(cells(columns, Map.of("NumMentions", "3"))) + "\n").drafts().get(0);
        assertThat(draft.unsaid()).containsExactlyInAnyOrder("place", "reports", "summary", "tags");
        assertThat(draft.event().location()).isEqualTo(new Location(43.6667, -79.4167, null));
        assertThat(draft(Map.of()).unsaid()).isEmpty();
    }

    @Test
    void a_region_without_a_name_is_called_by_its_code() {
        Draft draft = draft(Map.of("ActionGeo_Type", "3", "ActionGeo_FullName", "Denver, , United States", "ActionGeo_CountryCode", "US",
                "ActionGeo_ADM1Code", "US08", "ActionGeo_FeatureID", "201738"));
        isValid(draft);
        assertThat(need(draft, "fips-us08", PlaceInput.class).name()).isEqualTo("US08");
        assertThat(need(draft, "gns-201738", PlaceInput.class).name()).isEqualTo("Denver");
    }

    @ParameterizedTest
    @CsvSource({"GOV, PRINCE, Government", "CHNGOV, XI JINPING, 'Government, China'", "IRLGOVMIL, CORK, 'Government, Military, Ireland'",
        "EURGOV, EUROPE, Europe", "UNO, UNITED NATIONS, United Nations", "USAXYZ, SOMEBODY, Somebody"})
    void an_actor_is_called_what_its_code_means_and_not_what_one_row_calls_it(String code, String name, String called) {
        Draft draft = draft(Map.of("Actor1Code", code, "Actor1Name", name,
                "Actor1CountryCode", code.length() > 3 ? code.substring(0, 3) : ""));
        assertThat(need(draft, "cameo-" + code.toLowerCase(Locale.ROOT), ActorInput.class).name()).isEqualTo(called);
    }

    @Test
    void a_zero_that_a_data_frame_lost_is_found_again() {
        Read read = read(quoted(ONE) + "\n" + quoted(cells(ONE, Map.of(
                "EventCode", "10", "EventBaseCode", "10", "EventRootCode", "1", "GoldsteinScale", "0"))) + "\n");

        assertThat(read.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.event().codings()).extracting("code").containsExactly("010");
            assertThat(draft.event().type().value()).isEqualTo("statement");
            assertThat(draft.objections()).containsExactly(
                    new RowIssue("EventCode", "10", "has its leading zero; read as 010"));
        });
    }

    @ParameterizedTest
    @CsvSource({"20, '', 020", "10, '', 010", "14, NA, 014", "834, '', 0834", "834, x, 0834", "211, 02, 0211", "42, 04, 042",
        "20, 2, 020", "1, 1, 01"})
    void a_zero_is_found_again_without_a_root_that_tells(String written, String root, String code) {
        Draft draft = draft(Map.of("EventCode", written, "EventRootCode", root));

        assertThat(draft.event().codings()).extracting("code").containsExactly(code);
        assertThat(draft.event().type()).isEqualTo(draft(Map.of("EventCode", code)).event().type());
        assertThat(draft.objections()).containsExactly(
                new RowIssue("EventCode", written, "has its leading zero; read as " + code));
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "10, 10.0", "190, ''", "204, ''", "1823, ''", "020, ''", "0834, 8"})
    void a_code_that_has_lost_nothing_stays(String code, String root) {
        assertThat(draft(Map.of("EventCode", code, "EventRootCode", root)).event().codings()).extracting("code")
                .containsExactly(code);
    }

    @Test
    void no_code_of_three_digits_is_another_that_lost_its_zero() {
        assertThat(Cameo.all()).extracting(Cameo.Code::code).filteredOn(code -> code.length() == 3)
                .noneMatch(code -> Cameo.of("0" + code).isPresent());
    }

    @Test
    void the_dataset_is_valid_and_files_add_to_it() {
        for (String name : List.of("gdelt-1", "gdelt-2")) {
            FileFormat format = new Gdelt(name.equals("gdelt-1") ? Gdelt.Version.ONE : Gdelt.Version.TWO);
            assertThat(format.name()).isEqualTo(name);
            assertThat(format.mode()).isEqualTo(ImportMode.APPEND);
            assertThat(validator.validate(format.dataset(new Slug(name)))).isEmpty();
        }
        assertThat(FileFormats.names()).contains("gdelt-1", "gdelt-2");
    }

    @Test
    void numbers_that_a_data_frame_wrote_its_own_way_are_the_same_numbers() {
        Draft plain = draft(Map.of("GLOBALEVENTID", "901000000", "EventRootCode", "04", "DATEADDED", "20180326000000"));
        Draft odd = draft(Map.of("GLOBALEVENTID", "9.01e+08", "EventRootCode", "4.0", "EventCode", "042",
                "DATEADDED", "2.0180326e+13", "QuadClass", "1.0", "IsRootEvent", "TRUE", "ActionGeo_Type", "4.0",
                "ActionGeo_FeatureID", "-574890.0", "SQLDATE", "20180325.0"));

        assertThat(odd).isEqualTo(plain);
        assertThat(draft(Map.of("EventCode", "10.0", "EventRootCode", "1.0")).event().codings()).extracting("code")
                .containsExactly("010");
        assertThat(draft(Map.of("IsRootEvent", "FALSE")).event().tags()).containsExactly("quad-1");
    }

    @Test
    void a_column_that_is_not_there_is_no_defect_of_the_row() {
        String header = "GLOBALEVENTID,SQLDATE,EventCode,Actor1Code,Actor2Code,ActionGeo_FullName,";
        String row = "1,20180325,042,CANGOV,GBR,\"Toronto, Ontario, Canada\",";
        Draft coded = read(header + "ActionGeo_CountryCode,ActionGeo_Lat,ActionGeo_Long\n" + row + "CA,43.6667,-79.4167\n")
                .drafts().get(0);
        assertThat(coded.objections()).isEmpty();
        assertThat(coded.event().location()).isEqualTo(new Location(43.6667, -79.4167, LocationPrecision.NEAR));
        assertThat(need(coded, coded.event().place().value(), PlaceInput.class).name()).isEqualTo("Toronto");
        assertThat(need(coded, "cameo-cangov", ActorInput.class).memberships()).extracting(of -> of.of().value())
                .containsExactly("canada");
        assertThat(coded.event().participants().get(1).actor().value()).isEqualTo("united-kingdom");

        Draft named = read(header + "ActionGeo_Lat,ActionGeo_Long\n" + row + "43.6667,-79.4167\n").drafts().get(0);
        assertThat(named.objections()).isEmpty();
        assertThat(named.event().location()).isEqualTo(coded.event().location());
        assertThat(named.event().place()).isEqualTo(coded.event().place());

        Draft point = read("GLOBALEVENTID,SQLDATE,EventCode,ActionGeo_Type,ActionGeo_Lat,ActionGeo_Long\n"
                + "1,20180325,042,4,43.6667,-79.4167\n").drafts().get(0);
        assertThat(point.objections()).isEmpty();
        assertThat(point.event().location()).isEqualTo(coded.event().location());

        Draft bare = read("GLOBALEVENTID,SQLDATE,EventCode\n1,20180325,042\n").drafts().get(0);
        assertThat(bare.objections()).isEmpty();
        assertThat(bare.event().place()).isNull();
    }

    @Test
    void a_code_without_its_country_is_no_state_where_the_column_is_there() {
        assertThat(need(draft(Map.of("Actor1Code", "CANGOV", "Actor1CountryCode", "")), "cameo-cangov", ActorInput.class)
                .memberships()).isEmpty();
    }

    @Test
    void namibia_is_no_missing_value() {
        Draft draft = draft(Map.of("ActionGeo_CountryCode", "WA", "ActionGeo_Type", "1", "Actor1Code", "NAM",
                "Actor1CountryCode", "NAM"));

        assertThat(draft.event().place().value()).isEqualTo("namibia");
        assertThat(draft.event().participants().get(0).actor().value()).isEqualTo("namibia");
        assertThat(draft.objections()).isEmpty();
    }

    // ---- codes and dates ---------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"010, statement", "100, demand", "0871, ceasefire", "0872, concession", "1831, suicide-bombing"})
    void a_code_is_typed_by_itself_or_by_its_first_three_digits(String code, String type) {
        Draft draft = draft(Map.of("EventCode", code, "GoldsteinScale",
                String.valueOf(Cameo.of(code).orElseThrow().goldstein())));

        assertThat(draft.event().codings()).extracting("code").containsExactly(code);
        assertThat(draft.event().type().value()).isEqualTo(type);
        assertThat(draft.objections()).isEmpty();
    }

    @Test
    void a_code_that_is_not_known_is_typed_by_its_root_and_one_without_a_root_refused() {
        assertThat(draft(Map.of("EventCode", "0199")).event().type().value()).isEqualTo("statement");
        assertRefused(Map.of("EventCode", "999"), "EventCode", "is a CAMEO code that has an event type");
        assertRefused(Map.of("EventCode", "---"), "EventCode", "is a CAMEO code of two to four digits");
        assertRefused(Map.of("EventCode", ""), "EventCode", "is required");
    }

    @Test
    void a_weight_that_is_not_that_of_the_code_is_told() {
        assertThat(draft(Map.of("GoldsteinScale", "5.5")).objections())
                .containsExactly(new RowIssue("GoldsteinScale", "5.5", "is 1.9, the weight of 042"));
        assertThat(draft(Map.of("GoldsteinScale", "much")).objections())
                .containsExactly(new RowIssue("GoldsteinScale", "much", "is a number"));
    }

    @Test
    void a_date_a_year_off_is_told() {
        assertThat(draft(Map.of("SQLDATE", "20170326")).objections()).extracting(RowIssue::column).containsExactly("SQLDATE");
        assertThat(draft(Map.of("SQLDATE", "20170530")).objections()).isEmpty();
        assertThat(draft(Map.of("SQLDATE", "19820102", "DATEADDED", "20130203")).objections())
                .as("of the years that were added at once").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20180325", "2018-03-25", "2018-03-25T00:00:00Z", "2018-03-25 00:00:00", "2.0180325e+07"})
    void a_date_is_read_as_data_frames_write_it(String date) {
        Draft draft = draft(Map.of("SQLDATE", date, "DATEADDED", "2018-03-26"));
        assertThat(draft.event().when().text()).isEqualTo("2018-03-25");
        assertThat(draft.objections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20180230", "2018", "20181301", "2e+07", "3/25/2018"})
    void a_date_that_is_none_refuses_the_row(String date) {
        assertRefused(Map.of("SQLDATE", date), "SQLDATE", "is a day such as 20220223 or 2022-02-23");
    }

    // ---- actors ------------------------------------------------------------------------------------------------------

    @Test
    void the_code_of_a_country_is_the_state_and_a_longer_one_a_part_of_it() {
        Draft draft = draft(Map.of("Actor1Code", "GBRSPY", "Actor1Name", "MI6 OF THE UNITED KINGDOM",
                "Actor1CountryCode", "GBR", "Actor1Type1Code", "SPY"));

        ActorInput spies = need(draft, "cameo-gbrspy", ActorInput.class);
        assertThat(spies.name()).isEqualTo("Intelligence services, United Kingdom");
        assertThat(spies.kind()).isEqualTo(ActorKind.INTELLIGENCE);
        assertThat(spies.memberships()).containsExactly(
                new ActorInput.Of(MembershipKind.PART_OF, new Slug("united-kingdom"), null, null));
        assertThat(spies.identifiers()).extracting("scheme", "value")
                .containsExactly(tuple("cameo-actor", "GBRSPY"));
        assertThat(need(draft, "united-kingdom", ActorInput.class).kind()).isEqualTo(ActorKind.STATE);
        assertThat(draft.needs().stream().map(required -> required.id().value()).toList())
                .containsSubsequence("united-kingdom", "cameo-gbrspy");
        assertThat(draft.event().participants().get(1).actor().value()).isEqualTo("united-kingdom");
    }

    @ParameterizedTest
    @CsvSource({"GOV, GOVERNMENT", "MIL, MILITARY", "MED, MEDIA", "MNC, COMPANY", "OPP, PARTY", "IGO, ORGANIZATION",
        "CVL, POPULATION", "REB, GROUP", "'', GROUP"})
    void the_first_role_of_a_code_tells_what_the_actor_is(String role, ActorKind kind) {
        Draft draft = draft(Map.of("Actor1Code", "CANXYZ", "Actor1Type1Code", role));
        assertThat(need(draft, "cameo-canxyz", ActorInput.class).kind()).isEqualTo(kind);
    }

    @Test
    void an_actor_of_no_country_stands_for_itself() {
        Draft draft = draft(Map.of("Actor1Code", "EUR", "Actor1Name", "EUROPE", "Actor1CountryCode", "EUR"));
        assertThat(need(draft, "cameo-eur", ActorInput.class).memberships()).isEmpty();

        draft = draft(Map.of("Actor1Code", "", "Actor1Name", "", "Actor1CountryCode", ""));
        assertThat(draft.event().participants()).extracting("role").containsExactly(Role.TARGET);
        assertThat(draft.event().title()).startsWith("Unknown – Make a visit – United Kingdom, ");
    }

    // ---- places ------------------------------------------------------------------------------------------------------

    @Test
    void a_city_lies_in_its_region_in_its_country() {
        Draft draft = draft(Map.of());
        PlaceInput city = need(draft, "gns-m574890", PlaceInput.class);
        assertThat(city.name()).isEqualTo("Toronto");
        assertThat(city.kind()).isEqualTo(PlaceKind.CITY);
        assertThat(city.within().value()).isEqualTo("fips-ca08");
        PlaceInput region = need(draft, "fips-ca08", PlaceInput.class);
        assertThat(region.name()).isEqualTo("Ontario");
        assertThat(region.within().value()).isEqualTo("canada");
    }

    @ParameterizedTest
    @CsvSource({
        "1, Canada, CA, CA, canada, COUNTRY", "2, 'Iowa, United States', USIA, IA, fips-usia, REGION",
        "5, 'Edo State, Edo, Nigeria', CA37, 29623, fips-ca37, REGION",
        "4, 'Paris, France (general), France', CA00, -14, gns-m14, NEAR",
        "3, 'Ville Platte, Louisiana, United States', USLA, 1630022, gns-1630022, NEAR",
        "4, 'Köln, Nordrhein-Westfalen, Germany', CA07, GM07, koln-nordrhein-westfalen-germany, NEAR"})
    void a_place_is_as_exact_as_its_match(String type, String name, String region, String feature, String id,
            LocationPrecision precision) {
        Draft draft = draft(Map.of("ActionGeo_Type", type, "ActionGeo_FullName", name, "ActionGeo_ADM1Code", region,
                "ActionGeo_FeatureID", feature));

        assertThat(draft.event().place().value()).isEqualTo(id);
        assertThat(draft.event().location().precision()).isEqualTo(precision);
        assertThat(draft.objections()).isEmpty();
        isValid(draft);
    }

    @Test
    void zero_zero_is_no_place() {
        Map<String, String> zero = Map.of("ActionGeo_Lat", "0", "ActionGeo_Long", "0");
        assertThat(draft(zero).event().location()).isNull();
        assertThat(draft(zero).objections())
                .containsExactly(new RowIssue("ActionGeo_Lat", "0", "0/0 is no place; left out"));

        Map<String, String> none = new HashMap<>(zero);
        List.of("FullName", "CountryCode", "ADM1Code", "FeatureID").forEach(part -> none.put("ActionGeo_" + part, ""));
        none.put("ActionGeo_Type", "0");
        assertThat(draft(none).event().place()).isNull();
        assertThat(draft(none).objections()).isEmpty();
    }

    @Test
    void a_place_that_is_named_without_a_level_is_as_far_down_as_its_name_goes() {
        Draft draft = draft(Map.of("ActionGeo_Type", "0", "ActionGeo_FeatureID", ""));

        assertThat(draft.event().place().value()).isEqualTo("toronto-ontario-canada");
        assertThat(draft.event().location().precision()).isEqualTo(LocationPrecision.NEAR);
        assertThat(draft.objections()).extracting(RowIssue::column).containsExactly("ActionGeo_Type");
    }

    @Test
    void a_country_that_is_not_known_is_told_and_the_point_kept() {
        Draft draft = draft(Map.of("ActionGeo_CountryCode", "OS"));

        assertThat(draft.event().place()).isNull();
        assertThat(draft.event().location()).isNotNull();
        assertThat(draft.objections()).extracting(RowIssue::column).containsExactly("ActionGeo_CountryCode");
    }

    @Test
    void a_point_outside_the_earth_is_told_and_left_out() {
        Draft draft = draft(Map.of("ActionGeo_Lat", "95.5"));
        assertThat(draft.event().location()).isNull();
        assertThat(draft.objections()).extracting(RowIssue::column).containsExactly("ActionGeo_Lat");
    }

    // ---- sources -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "https://www.kyivpost.com/2018/03/head-of-mi6-speaks-in-prague.html kyivpost.com 'Head of mi6 speaks in Prague'",
        "http://wtop.com/news/2016/07/secrets-now-on-display/ wtop.com 'Secrets now on display'",
        "http://news.example.org:8080/article_ec74cf62-f795-515c-a957-b501830bedb0.html news.example.org news.example.org",
        "https://yourstory.com/2018/03/flipkart-fy2018-fiscal-fitness/ yourstory.com 'Flipkart fy2018 fiscal fitness'",
        "https://example.org example.org example.org",
        "https://example.org/%zz/K%C3%B6ln-hat-einen-Dom example.org 'Köln hat einen Dom'"})
    void an_address_tells_who_published_what(String url, String publisher, String title) {
        SourceInput source = source(draft(Map.of("SOURCEURL", url)));

        assertThat(source.publisher()).isEqualTo(publisher);
        assertThat(source.title()).isEqualToIgnoringCase(title);
        assertThat(source.url()).isEqualTo(url);
        assertThat(source.id().value()).matches("url-[0-9a-f]{12}");
    }

    @Test
    void characters_that_no_address_has_are_escaped() {
        Draft draft = draft(Map.of("SOURCEURL", "http://example.org/a|b c"));
        assertThat(source(draft).url()).isEqualTo("http://example.org/a%7Cb%20c");
        isValid(draft);
    }

    @Test
    void a_citation_is_a_source_without_an_address() {
        Draft draft = draft(Map.of("SOURCEURL", "BBC Monitoring"));
        assertThat(source(draft).publisher()).isEqualTo("BBC Monitoring");
        assertThat(source(draft).url()).isNull();
        assertThat(draft.objections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/a", "javascript://x", "www.example.org/a", "http:///nothing"})
    void an_address_of_another_kind_is_told_and_left_out(String url) {
        Draft draft = draft(Map.of("SOURCEURL", url));
        assertThat(draft.event().reports()).isEmpty();
        assertThat(draft.objections()).extracting(RowIssue::column).containsExactly("SOURCEURL");
    }

    @Test
    void what_is_too_long_is_cut_or_left_out() {
        String name = "a long name ".repeat(200);
        isValid(draft(Map.of("Actor1Name", name, "Actor2Code", "X".repeat(300), "Actor2CountryCode", "",
                "ActionGeo_FullName", name + ", " + name + ", Canada", "ActionGeo_FeatureID", "",
                "SOURCEURL", "http://" + "a".repeat(600) + ".org/" + "some-words-".repeat(110))));
        assertThat(draft(Map.of("SOURCEURL", "http://example.org/" + "a".repeat(2000))).event().reports()).isEmpty();
    }

    // ---- how rows are made and read ----------------------------------------------------------------------------------

    private static List<String> columns(boolean two) {
        String actor = "%1$sCode %1$sName %1$sCountryCode %1$sKnownGroupCode %1$sEthnicCode %1$sReligion1Code"
                + " %1$sReligion2Code %1$sType1Code %1$sType2Code %1$sType3Code ";
        String geo = "%1$sGeo_Type %1$sGeo_FullName %1$sGeo_CountryCode %1$sGeo_ADM1Code "
                + (two ? "%1$sGeo_ADM2Code " : "") + "%1$sGeo_Lat %1$sGeo_Long %1$sGeo_FeatureID ";
        return List.of(("GLOBALEVENTID SQLDATE MonthYear Year FractionDate " + actor.formatted("Actor1")
                + actor.formatted("Actor2") + "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale"
                + " NumMentions NumSources NumArticles AvgTone " + geo.formatted("Actor1") + geo.formatted("Actor2")
                + geo.formatted("Action") + "DATEADDED SOURCEURL").split(" "));
    }

    /** A visit of Canada to the United Kingdom, in Toronto, but for what is given. */
    private static List<String> cells(List<String> columns, Map<String, String> other) {
        Map<String, String> values = new HashMap<>(Map.of("GLOBALEVENTID", "1", "SQLDATE", "20180325",
                "DATEADDED", "20180326", "Actor1Code", "CAN", "Actor1Name", "CANADA", "Actor1CountryCode", "CAN",
                "Actor2Code", "GBR", "Actor2Name", "UNITED KINGDOM", "Actor2CountryCode", "GBR"));
        values.putAll(Map.of("EventCode", "042", "QuadClass", "1", "IsRootEvent", "1", "ActionGeo_Type", "4",
                "ActionGeo_FullName", "Toronto, Ontario, Canada", "ActionGeo_CountryCode", "CA", "ActionGeo_ADM1Code", "CA08",
                "ActionGeo_Lat", "43.6667", "ActionGeo_Long", "-79.4167", "ActionGeo_FeatureID", "-574890"));
        values.put("SOURCEURL", "https://example.org/a-visit-to-toronto");
        values.putAll(other);
        return columns.stream().map(column -> values.getOrDefault(column, "")).toList();
    }

    private static String line(List<String> columns, Map<String, String> other) {
        return String.join("\t", cells(columns, other));
    }

    private static String quoted(List<String> cells) {
        return cells.stream().map(cell -> cell.equals("NA") ? cell : '"' + cell + '"').collect(Collectors.joining(","));
    }

    /** What one row of 2.0 says. */
    private static Draft draft(Map<String, String> other) {
        return layout().read(new TableRow(1, line(TWO, other), cells(TWO, other)));
    }

    private static void assertRefused(Map<String, String> other, String column, String rule) {
        assertThatThrownBy(() -> draft(other)).isInstanceOfSatisfying(RefusedRowException.class, refused -> {
            assertThat(refused.objection().column()).isEqualTo(column);
            assertThat(refused.objection().rule()).isEqualTo(rule);
        });
    }

    private static Layout layout() {
        return recognised(line(TWO, Map.of()) + "\n").orElseThrow().layout();
    }

    private static Optional<FileFormats.Recognised> recognised(String text) {
        try {
            return Optional.of(FileFormats.recognise(head(text.getBytes(StandardCharsets.UTF_8)), Optional.empty(), TYPES));
        } catch (BrokenFileException e) {
            return Optional.empty();
        }
    }

    private static FileHead head(byte[] bytes) {
        return new FileHead(Arrays.copyOf(bytes, Math.min(bytes.length, FileHead.SIZE)));
    }

    private static Read read(String text) {
        try {
            return read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Read read(byte[] bytes) throws IOException {
        FileFormats.Recognised as = FileFormats.recognise(head(bytes), Optional.empty(), TYPES);
        Layout layout = as.layout();
        Read read = new Read(as, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (RecordReader reader = new RecordReader(new ByteArrayInputStream(bytes),
                layout.dialect(), layout.charset(), 0, 1)) {
            for (int i = 0; i < layout.before(); i++) {
                reader.next();
            }
            for (Optional<TableRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                read.rows().add(row.get());
                try {
                    read.drafts().add(layout.read(row.get()));
                } catch (RefusedRowException e) {
                    read.refusals().add(e.objection());
                }
            }
        }
        return read;
    }

    private static byte[] export(String name) throws IOException {
        return Files.readAllBytes(SharedData.path("gdelt/" + name));
    }

    private static <T> T need(Draft draft, String id, Class<T> kind) {
        return draft.needs().stream().filter(required -> required.id().value().equals(id)).map(RequiredResource::input)
                .filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    private static SourceInput source(Draft draft) {
        return need(draft, draft.event().reports().get(0).source().value(), SourceInput.class);
    }

    /** Nothing is too long or missing, and everything that is referred to comes before. */
    private static void isValid(Draft draft) {
        assertThat(validator.validate(draft.event())).isEmpty();
        assertThat(draft.needs()).allSatisfy(required -> assertThat(validator.validate(required.input())).isEmpty());
        Map<Class<?>, List<Slug>> there = draft.needs().stream().collect(Collectors.groupingBy(
                required -> required.input().getClass(), Collectors.mapping(RequiredResource::id, Collectors.toList())));
        Function<Class<?>, List<Slug>> of = kind -> there.getOrDefault(kind, List.of());
        assertThat(of.apply(ActorInput.class)).containsAll(draft.event().participants().stream()
                .map(EventInput.Participation::actor).toList());
        assertThat(of.apply(SourceInput.class)).containsAll(draft.event().reports().stream()
                .map(EventInput.ReportBy::source).toList());
        if (draft.event().place() != null) {
            assertThat(of.apply(PlaceInput.class)).contains(draft.event().place());
        }
    }
}
