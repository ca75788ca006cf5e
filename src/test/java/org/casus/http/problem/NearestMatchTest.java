package org.casus.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestMatchTest {

    private static final List<String> ROLES = List.of("initiator", "target", "speaker", "addressee", "host");

    @ParameterizedTest
    @CsvSource({"speeker, speaker", "spaeker, speaker", "SPEAKER, speaker", "hots, host", "initator, initiator", "trget, target"})
    void a_slip_of_the_hand_is_understood(String typed, String meant) {
        assertThat(NearestMatch.to(typed, ROLES)).contains(meant);
        assertThat(NearestMatch.hint(typed, ROLES)).isEqualTo("; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"president", "", "x", "speakerspeaker"})
    void what_is_near_to_nothing_gets_no_hint(String typed) {
        assertThat(NearestMatch.to(typed, ROLES)).isEmpty();
        assertThat(NearestMatch.hint(typed, ROLES)).isEmpty();
    }

    @Test
    void of_two_that_are_as_near_the_first_in_the_alphabet_is_named() {
        assertThat(NearestMatch.to("cat", List.of("rat", "bat"))).contains("bat");
    }

    @Property
    void a_candidate_is_nearest_to_itself(@ForAll("candidates") String candidate) {
        assertThat(NearestMatch.to(candidate, ROLES)).contains(candidate);
    }

    @Provide
    Arbitrary<String> candidates() {
        return Arbitraries.of(ROLES);
    }

    @Property
    void any_text_gets_an_answer(@ForAll String text) {
        assertThat(NearestMatch.hint(text, ROLES)).isNotNull();
    }
}
