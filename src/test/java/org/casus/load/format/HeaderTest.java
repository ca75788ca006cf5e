package org.casus.load.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which column is which. */
class HeaderTest {

    @ParameterizedTest
    @CsvSource({"event_id, event_date, cameo_code, source_name, target_name", "Event.ID, Event.Date, CAMEO.Code, Source.Name, Target.Name",
        "EventId, EventDate, CameoCode, sourceName, TargetName"})
    void names_are_the_same_in_every_case_and_with_any_blanks(String id, String date, String code, String source, String target) {
        Reading reading = Reading.of(String.join(",", id, date, code, source, target) + "\n1,2017-03-31,042,France,Germany\n");

        assertThat(reading.only().event().title()).startsWith("France – ");
        assertThat(reading.only().objections()).isEmpty();
    }
}
