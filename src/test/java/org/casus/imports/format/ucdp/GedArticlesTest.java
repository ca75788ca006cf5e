package org.casus.imports.format.ucdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TextLimits;
import org.casus.imports.table.Cells;
import org.casus.imports.table.Columns;
import org.casus.imports.table.RowIssue;
import org.casus.imports.table.TableRow;
import org.casus.source.SourceInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rows of GED cite, as it stands in real ones. */
class GedArticlesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"BBC Monitoring Newsfile,2013-12-14,Seven killed, say police\"|BBC Monitoring Newsfile|2013-12-14|Seven killed, say police",
        "\"The Daily, of Dhaka,2013-12-14,Seven killed\"|The Daily, of Dhaka|2013-12-14|Seven killed",
        "R, 2003-11-15|R|2003-11-15|R, 2003-11-15",
        "Reuters  (16 August 1989):  \"BANGLADESH REBELS AMBUSH SOLDIERS, KILL TWO\".|Reuters|1989-08-16|\"BANGLADESH REBELS AMBUSH SOLDIERS, KILL TWO\".",
        "Reuters (1989-10-01): \"SEPARATIST REBELS KILL SIX|Reuters|1989-10-01|\"SEPARATIST REBELS KILL SIX",
        "R, 1992-05-19: \"BANGLADESH REBELS KILL THREE\".|R|1992-05-19|\"BANGLADESH REBELS KILL THREE\"."})
    void who_published_it_and_when_is_taken_from_where_it_is_said(String text, String publisher, String day, String title) {
        SourceInput source = sources(text).get(0);

        assertThat(sources(text)).hasSize(1);
        assertThat(source.publisher()).isEqualTo(publisher);
        assertThat(source.published().text()).isEqualTo(day);
        assertThat(source.title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R 9/8/1989 TWO KILLED, 50 INJURED IN BANGLADESH STUDENT VIOLENCE.", "SATP",
        "BBC 2/28/1991 Election - some clashes reported.  AFP", "Seven men were killed, police said on 1991-03-01, in Dhaka",
        "Two killed in Dhaka 1991-03-01 police said",
        "r 1989-08-17.  AP 1989-08-17: \"11 Killed, 41 Injured", "Reuters (31 February 1989): \"REBELS, AGAIN\""})
    void a_text_that_does_not_say_it_plainly_is_kept_and_nobody_made_its_publisher(String text) {
        SourceInput source = sources(text).get(0);

        assertThat(sources(text)).hasSize(1);
        assertThat(source.publisher()).isEqualTo("unknown");
        assertThat(source.published()).isNull();
        assertThat(source.title()).isEqualTo(TextLimits.line(text, 1000));
    }

    @Test
    void several_articles_are_told_apart_also_with_semicolons_in_headlines() {
        assertThat(sources("\"AFP,2014-01-22,Dead; wounded\";\"Kyiv Post,2014-01-23,More\""))
                .extracting(SourceInput::publisher).containsExactly("AFP", "Kyiv Post");
        assertThat(sources("")).isEmpty();
    }

    @Test
    void articles_that_an_event_has_no_room_for_are_told() {
        String text = IntStream.range(0, 203).mapToObj(i -> "\"Agency " + i + ",2014-01-22,Headline\"")
                .collect(Collectors.joining(";")) + ";\"Agency 0,2014-01-22,Headline\"";
        Cells cells = cells(text);

        assertThat(GedArticles.reports(cells, new ArrayList<>())).hasSize(200);
        assertThat(cells.objections()).extracting(RowIssue::rule)
                .containsExactly("names at most 200 articles; 3 are left out");
    }

    private static Cells cells(String text) {
        return new Cells(new Columns(List.of("source_article")), new TableRow(1, text, List.of(text)));
    }

    private static List<SourceInput> sources(String text) {
        List<RequiredResource> needs = new ArrayList<>();
        assertThat(GedArticles.reports(cells(text), needs)).hasSameSizeAs(needs);
        return needs.stream().map(required -> (SourceInput) required.input()).toList();
    }
}
