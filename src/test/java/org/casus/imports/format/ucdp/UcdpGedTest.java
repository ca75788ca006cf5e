package org.casus.imports.format.ucdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.actor.ActorInput;
import org.casus.event.EventInput;
import org.casus.imports.format.Draft;
import org.casus.imports.run.ParsedFile;
import org.casus.imports.table.FileHead;
import org.casus.imports.table.RowIssue;
import org.casus.model.ActorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files of GED become on their way through spreadsheets and data frames. */
class UcdpGedTest {

    private static final String NAMES = "id,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a_new_id,"
            + "side_a,gwnoa,side_b_new_id,side_b,where_coordinates,latitude,longitude,country,country_id,date_start,date_end,"
            + "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low";
    private static final String ROW = "1,1,7,A conflict,8,A dyad,61,Government of Ukraine,369,900,A group,Donetsk city,48.0,37.8,"
            + "Ukraine,369,2015-02-03,2015-02-03,1,2,0,0,3,4,3";

    @Test
    void names_of_rows_that_a_data_frame_put_before_them_are_passed_over() {
        for (String header : new String[] {NAMES, "\"\"," + NAMES}) {
            ParsedFile parsedFile = ParsedFile.of(header + "\n\"17\"," + ROW + "\n");
            assertThat(parsedFile.only().event().id().value()).isEqualTo("ucdp-1");
        }
        assertThat(ParsedFile.of(NAMES + "\n17," + ROW + "\n").as().layout().seen())
                .isEqualTo("UCDP GED, 25 columns by name, with row names before them");
    }

    @Test
    void numbers_that_became_decimals_are_the_same_numbers() {
        String decimals = ROW.replace("1,1,7,", "1.0,1,7.0,").replace(",8,A dyad,61,", ",8.0,A dyad,61.0,")
                .replace("369", "369.0").replace(",900,", ",900.0,");
        assertThat(ParsedFile.of(NAMES + "\n" + decimals + "\n").only()).isEqualTo(ParsedFile.of(NAMES + "\n" + ROW + "\n").only());
    }

    @Test
    void numbers_that_a_data_frame_wrote_its_own_way_are_the_same_numbers() {
        String odd = ROW.replace("1,1,7,", "1e+05,1.0,7e0,").replace(",8,A dyad", ",3e5,A dyad").replace("369", "3.69e+02")
                .replace(",3,4,3", ",4e+03,5000.0,3E3");
        String plain = ROW.replace("1,1,7,", "100000,1,7,").replace(",8,A dyad", ",300000,A dyad")
                .replace(",3,4,3", ",4000,5000,3000");
        assertThat(ParsedFile.of(NAMES + "\n" + odd + "\n").only()).isEqualTo(ParsedFile.of(NAMES + "\n" + plain + "\n").only());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-01-22", "2014-01-22 00:00:00.000", "2014-01-22T00:00:00Z", "2014/01/22", "2014/1/22 0:00",
        "22.01.2014", "20140122", "22 January 2014", "1/22/2014 0:00", "22/01/2014"})
    void a_day_that_can_be_read_in_one_way_is_read(String written) {
        EventInput event = ParsedFile.of(NAMES + "\n" + on(1, written) + "\n").only().event();
        assertThat(event.when().text()).isEqualTo("2014-01-22");
    }

    @Test
    void the_other_days_of_a_file_tell_whether_the_month_comes_first() {
        ParsedFile american = ParsedFile.of(NAMES + "\n" + on(1, "1/2/2014 0:00") + "\n" + on(2, "1/22/2014 0:00") + "\n");
        assertThat(american.drafts()).extracting(draft -> draft.event().when().text())
                .containsExactly("2014-01-02", "2014-01-22");
        assertThat(ParsedFile.need(american.drafts().get(0), "ucdp-conflict-7", EventInput.class).when().text())
                .isEqualTo("2014-01-02/2014-01-22");
        ParsedFile european = ParsedFile.of(NAMES + "\n" + on(1, "1/2/2014") + "\n" + on(2, "22/1/2014") + "\n");
        assertThat(european.drafts()).extracting(draft -> draft.event().when().text())
                .containsExactly("2014-02-01", "2014-01-22");
    }

    @Test
    void a_day_that_can_be_read_in_two_ways_is_refused() {
        assertThat(ParsedFile.of(NAMES + "\n" + on(1, "1/2/2014") + "\n").refusal()).isEqualTo(new RowIssue("date_start",
                "1/2/2014", "is a date such as 2014-01-22; whether the day or the month comes first here, the other dates"
                + " of the file do not tell"));
        assertThat(ParsedFile.of(NAMES + "\n" + on(1, "2/2/2014") + "\n").only().event().when().text()).isEqualTo("2014-02-02");
        ParsedFile both = ParsedFile.of(NAMES + "\n" + on(1, "1/22/2014") + "\n" + on(2, "22/1/2014") + "\n" + on(3, "1/2/2014") + "\n");
        assertThat(both.drafts()).hasSize(2);
        assertThat(both.refusals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-02-30", "41661", "22/22/2014", "1/22/14", "January"})
    void what_is_no_day_is_refused(String written) {
        assertThat(ParsedFile.of(NAMES + "\n" + on(1, written) + "\n").refusal()).isEqualTo(new RowIssue("date_start", written,
                "is a date such as 2014-01-22 or 22 January 2014"));
    }

    private static String on(int id, String day) {
        return ROW.replaceFirst("^1", String.valueOf(id)).replace("2015-02-03", day);
    }

    @Test
    void a_conflict_that_has_no_number_is_refused_or_left_out() {
        RowIssue refused = ParsedFile.of(NAMES + "\n" + ROW.replace(",7,A conflict", ",seven,A conflict") + "\n").refusal();
        assertThat(refused).isEqualTo(new RowIssue("conflict_new_id", "seven", "is a number"));
        assertThat(ParsedFile.of(NAMES + "\n" + ROW.replace(",8,A dyad", ",-1,A dyad") + "\n").only().event().relations())
                .extracting(to -> to.event().value()).containsExactly("ucdp-conflict-7");
    }

    @Test
    void what_is_wrong_in_a_cell_that_can_be_missing_is_noted() {
        String names = NAMES + ",where_prec,number_of_sources,year";
        Draft draft = ParsedFile.of(names + "\n" + ROW.replace(",48.0,", ",north,") + ",x,many,y\n").only();

        assertThat(draft.event().location()).isNull();
        assertThat(draft.event().tags()).isEmpty();
        assertThat(draft.objections()).extracting(RowIssue::column)
                .containsExactlyInAnyOrder("latitude", "where_prec", "number_of_sources", "year");
        assertThat(ParsedFile.of(NAMES + "\n" + ROW.replace(",48.0,", ",\"48,14\",") + "\n").only().objections())
                .containsExactly(new RowIssue("latitude", "48,14", "is a number"));
        assertThat(ParsedFile.of(NAMES + "\n" + ROW.replace(",48.0,", ",95.0,") + "\n").only().objections())
                .containsExactly(new RowIssue("latitude", "95.0", "is in degrees on the earth; left out"));
    }

    @Test
    void a_row_without_a_country_is_noted_and_has_no_place() {
        Draft draft = ParsedFile.of(NAMES + "\n" + ROW.replace("Ukraine,369,2015", "NA,NA,2015") + "\n").only();

        assertThat(draft.event().place()).isNull();
        assertThat(draft.event().location()).isNotNull();
        assertThat(draft.objections()).extracting(RowIssue::column).containsExactly("country");
    }

    @Test
    void governments_that_fight_together_are_each_a_member_of_their_side() {
        String allies = ROW.replace("Government of Ukraine,369", "\"Government of Australia, Government of United Kingdom,"
                + " Government of United States of America\",\"900, 200, 2\"");
        Draft draft = ParsedFile.of(NAMES + "\n" + allies + "\n").only();
        ActorInput side = ParsedFile.need(draft, draft.event().participants().get(0).actor().value(), ActorInput.class);

        assertThat(side.kind()).isEqualTo(ActorKind.GOVERNMENT);
        assertThat(side.memberships()).extracting(of -> of.of().value())
                .containsExactly("australia", "united-kingdom", "united-states");
        assertThat(draft.objections()).isEmpty();
    }

    @Test
    void a_state_that_is_not_known_is_told() {
        Draft draft = ParsedFile.of(NAMES + "\n" + ROW.replace("Ukraine,369,900", "Ukraine,9999,900") + "\n").only();
        assertThat(draft.objections()).containsExactly(new RowIssue("gwnoa", "9999",
                "is the Gleditsch-Ward number of a state that is known, or several; left out"));
        assertThat(ParsedFile.of(NAMES + "\n" + ROW.replace("Ukraine,369,900", "Ukraine,-99,900") + "\n").only().objections())
                .isEmpty();
    }

    @Test
    void a_country_by_another_of_its_names_is_no_place_in_itself() {
        String congo = ROW.replace("Donetsk city", "DR Congo (Zaire)").replace("Ukraine,369,2015", "DR Congo (Zaire),490,2015");
        assertThat(ParsedFile.of(NAMES + "\n" + congo + "\n").only().event().place().value()).isEqualTo("dr-congo");
    }

    @Test
    void what_no_text_has_is_left_out() {
        String odd = ROW.replace("Donetsk city", "Donetsk\u0007 city\uFFFE").replace("A group", "A \u0001group");
        assertThat(ParsedFile.of(NAMES + "\n" + odd + "\n").only()).isEqualTo(ParsedFile.of(NAMES + "\n" + ROW + "\n").only());
    }

    @Test
    void files_that_are_nothing_are_called_so() {
        assertThat(new FileHead(new byte[0]).described()).isEqualTo("an empty file");
        assertThat(new FileHead(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}).described()).isEqualTo("an empty file");
        assertThat(new FileHead("\n \r\n".getBytes()).described()).isEqualTo("an empty file");
        assertThat(new FileHead(new byte[] {'{', (byte) 0xFC, '}'}).described()).startsWith("text that is not in UTF-8");
    }
}
