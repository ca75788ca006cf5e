package org.casus.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.imports.format.Draft;
import org.casus.imports.run.ParsedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which column is which, with names, with names for most of them, and without. */
class TableHeaderTest {

    private static final List<String> GED = List.of(("id relid year active_year code_status type_of_violence conflict_dset_id"
            + " conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a"
            + " side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline"
            + " source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt"
            + " priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b"
            + " deaths_civilians deaths_unknown best high low gwnoa gwnob").split(" "));
    private static final Map<String, String> EVENT = new HashMap<>(Map.of("relid", "UKR-2015-1-7-1", "type_of_violence", "1",
            "conflict_new_id", "7", "conflict_name", "A conflict", "dyad_new_id", "8", "dyad_name", "A dyad", "side_a", "A"));

    static {
        EVENT.putAll(Map.of("side_b", "B", "where_coordinates", "Donetsk city", "latitude", "48.0", "longitude", "37.8",
                "country", "Ukraine", "country_id", "369", "date_start", "2015-02-03", "date_end", "2015-02-03"));
        EVENT.putAll(Map.of("best", "3", "high", "4", "low", "3", "where_prec", "1", "code_status", "Clear"));
    }

    private static final String GDELT = "GLOBALEVENTID SQLDATE MonthYear Year FractionDate " + actor("Actor1") + actor("Actor2")
            + "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone "
            + place("Actor1") + place("Actor2") + place("Action") + "DATEADDED SOURCEURL";
    private static final Map<String, String> VISIT = Map.of("SQLDATE", "20180325", "DATEADDED", "20180326", "Actor1Code", "CAN",
            "EventCode", "042", "QuadClass", "1", "ActionGeo_Type", "4", "ActionGeo_FullName", "Toronto, Ontario, Canada",
            "ActionGeo_CountryCode", "CA", "ActionGeo_Lat", "43.6667", "ActionGeo_Long", "-79.4167");

    private static String actor(String which) {
        return Arrays.stream("Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
                .split(" ")).map(part -> which + part + " ").collect(Collectors.joining());
    }

    private static String place(String which) {
        return Arrays.stream("Type FullName CountryCode ADM1Code Lat Long FeatureID".split(" "))
                .map(part -> which + "Geo_" + part + " ").collect(Collectors.joining());
    }

    /** Five rows. */
    private static List<List<String>> rows(List<String> names, Map<String, String> values) {
        return IntStream.range(61, 66).mapToObj(id -> names.stream()
                .map(name -> name.equals(names.get(0)) ? String.valueOf(id) : values.getOrDefault(name, "")).toList()).toList();
    }

    private static String text(String separator, List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(cell -> separator.equals(",") && cell.contains(",") ? '"' + cell + '"' : cell)
                .collect(Collectors.joining(separator)) + "\n").collect(Collectors.joining());
    }

    private static List<List<String>> with(List<String> header, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(header));
        all.addAll(rows);
        return all;
    }

    private static List<List<String>> counted(List<List<String>> rows) {
        return IntStream.range(0, rows.size()).mapToObj(i -> plus(List.of(String.valueOf(i + 1)), rows.get(i))).toList();
    }

    private static List<String> plus(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static List<Draft> all(ParsedFile parsedFile) {
        assertThat(parsedFile.refusals()).isEmpty();
        assertThat(parsedFile.drafts()).hasSize(5);
        return parsedFile.drafts();
    }

    // ---- names -------------------------------------------------------------------------------------------------------

    @Test
    void a_gdelt_file_by_tabs_that_has_names_is_read_by_them() {
        List<String> names = List.of(GDELT.split(" "));
        List<String> swapped = new ArrayList<>(names);
        Collections.swap(swapped, names.indexOf("ActionGeo_Lat"), names.indexOf("ActionGeo_Long"));
        List<Draft> published = all(ParsedFile.of(text("\t", rows(names, VISIT))));

        assertThat(all(ParsedFile.of(text("\t", with(names, rows(names, VISIT)))))).isEqualTo(published);
        assertThat(all(ParsedFile.of(text("\t", with(swapped, rows(swapped, VISIT)))))).isEqualTo(published);
        assertThat(all(ParsedFile.of(text("\t", with(names, counted(rows(names, VISIT))))))).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"event_id, event_date, cameo_code, source_name, target_name", "Event.ID, Event.Date, CAMEO.Code, Source.Name, Target.Name",
        "EventId, EventDate, CameoCode, sourceName, TargetName"})
    void names_are_the_same_in_every_case_and_with_any_blanks(String id, String date, String code, String source, String target) {
        ParsedFile parsedFile = ParsedFile.of(String.join(",", id, date, code, source, target) + "\n1,2017-03-31,042,France,Germany\n");

        assertThat(parsedFile.only().event().title()).startsWith("France – ");
        assertThat(parsedFile.only().objections()).isEmpty();
    }

    @Test
    void names_of_gdelt_that_were_cleaned_are_known() {
        List<String> names = List.of(GDELT.split(" "));
        List<String> cleaned = names.stream().map(name -> name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase()).toList();

        assertThat(all(ParsedFile.of(text(",", with(cleaned, rows(names, VISIT))))))
                .isEqualTo(all(ParsedFile.of(text("\t", rows(names, VISIT)))));
    }

    @Test
    void names_of_older_releases_are_known() {
        List<String> old = GED.stream().map(name -> name.matches("best|high|low") ? name + "_est" : name).toList();

        assertThat(all(ParsedFile.of(text(",", with(old, rows(GED, EVENT)))))).isEqualTo(all(ged()));
    }

    @Test
    void names_that_a_shapefile_cut_are_known_if_they_can_be_told() {
        List<String> cut = GED.stream().map(name -> name.substring(0, Math.min(10, name.length()))).toList();
        List<String> fewer = cut.subList(0, cut.size() - 1);
        List<List<String>> rows = rows(GED, EVENT).stream().map(row -> row.subList(0, row.size() - 1)).toList();

        assertThat(all(ParsedFile.of(text(",", with(cut, rows(GED, EVENT)))))).isEqualTo(all(ged()));
        String oneOfTwo = text(",", with(fewer, rows)).replaceFirst("conflict_n,conflict_n", "number,conflict_n");
        assertThat(ParsedFile.recognised(oneOfTwo)).isEmpty();
    }

    private static ParsedFile ged() {
        return ParsedFile.of(text(",", with(GED, rows(GED, EVENT))));
    }

    // ---- more cells than names ---------------------------------------------------------------------------------------

    @Test
    void one_row_that_is_too_long_is_refused_and_the_others_are_not() {
        List<List<String>> rows = new ArrayList<>(rows(GED, EVENT));
        rows.add(0, plus(rows.get(0), List.of("x")));
        ParsedFile parsedFile = ParsedFile.of(text(",", with(GED, rows)));

        assertThat(parsedFile.drafts()).isEqualTo(ged().drafts());
        assertThat(parsedFile.refusals()).extracting(RowIssue::column).containsExactly("row");
    }

    @Test
    void empty_cells_after_the_last_column_are_passed_over() {
        for (List<String> empty : List.of(List.of(""), List.of("", ""))) {
            List<List<String>> rows = rows(GED, EVENT).stream().map(row -> plus(row, empty)).toList();

            assertThat(all(ParsedFile.of(text(",", with(GED, rows))))).isEqualTo(all(ged()));
        }
    }

    @Test
    void rows_that_are_counted_are_so_also_where_the_last_column_is_empty() {
        assertThat(all(ParsedFile.of(text(",", with(GED, counted(rows(GED, EVENT))))))).isEqualTo(all(ged()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA"})
    void a_row_of_tags_is_passed_over_also_behind_the_name_of_a_row(String missing) {
        List<String> tags = GED.stream().map(name -> name.equals("country") ? "#country+name" : name.equals("best") ? "#affected"
                : missing).toList();
        ParsedFile parsedFile = ParsedFile.of(text(",", with(GED, counted(with(tags, rows(GED, EVENT))))));

        assertThat(all(parsedFile)).isEqualTo(all(ged()));
        assertThat(parsedFile.as().layout().seen())
                .isEqualTo("UCDP GED, 49 columns by name, with row names before them, with a row of HXL tags");
    }

    // ---- no names ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"", "UKR-2024-XXX-1234-5", "UKR-2015-1-7-1"})
    void ged_without_names_is_known_by_any_of_its_rows(String relid) {
        Map<String, String> values = new HashMap<>(EVENT);
        values.put("relid", relid);
        List<List<String>> rows = rows(GED, values);
        ParsedFile parsedFile = ParsedFile.of(text(",", rows));

        assertThat(all(parsedFile)).isEqualTo(all(ged()));
        assertThat(parsedFile.as().layout().seen()).isEqualTo("UCDP GED, 49 columns without a header");
        assertThat(all(ParsedFile.of(text(",", rows.stream().map(row -> plus(row, List.of("", ""))).toList())))).isEqualTo(all(ged()));
        assertThat(all(ParsedFile.of(text(",", counted(rows))))).isEqualTo(all(ged()));
        assertThat(ParsedFile.of("a line,of something\n" + text(",", rows)).drafts()).isEqualTo(all(ged()));
    }

    @Test
    void other_tables_of_49_columns_are_not_taken_for_ged() {
        String row = IntStream.range(1, 50).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertThat(ParsedFile.recognised((row + "\n").repeat(3))).isEmpty();
    }

    @Test
    void gdelt_without_names_may_have_commas_and_names_of_rows() {
        List<String> names = List.of(GDELT.split(" "));
        List<List<String>> rows = rows(names, VISIT);
        List<Draft> published = all(ParsedFile.of(text("\t", rows)));

        assertThat(all(ParsedFile.of(text(",", rows)))).isEqualTo(published);
        for (String separator : List.of(",", "\t")) {
            ParsedFile parsedFile = ParsedFile.of(text(separator, counted(rows)));
            assertThat(all(parsedFile)).isEqualTo(published);
            assertThat(parsedFile.as().layout().seen())
                    .isEqualTo("GDELT 1.0 Events, 58 columns without a header, with row names before them");
        }
    }

    @Test
    void gdelt_without_names_may_have_quotes_around_its_text() {
        List<String> names = List.of(GDELT.split(" "));
        List<List<String>> quoted = rows(names, VISIT).stream().map(row -> row.stream()
                .map(cell -> cell.matches(".*[A-Z].*") ? '"' + cell + '"' : cell).toList()).toList();

        assertThat(all(ParsedFile.of(text("\t", quoted)))).isEqualTo(all(ParsedFile.of(text("\t", rows(names, VISIT)))));
    }
}
