package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.casus.query.SearchText.Clause;
import org.casus.query.SearchText.Form;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void words_phrases_prefixes_and_exclusions() {
        assertThat(SearchText.parse("prague \"mi6 speech\" -cold war*").clauses()).containsExactly(
                new Clause(Form.WORDS, "prague", false), new Clause(Form.PHRASE, "mi6 speech", false),
                new Clause(Form.WORDS, "cold", true), new Clause(Form.PREFIX, "war", false));
    }

    @Test
    void a_phrase_and_a_prefix_can_be_excluded() {
        assertThat(SearchText.parse("-\"cold war\" -spy*").clauses()).containsExactly(
                new Clause(Form.PHRASE, "cold war", true), new Clause(Form.PREFIX, "spy", true));
    }

    @Test
    void a_phrase_that_is_not_closed_goes_to_the_end() {
        assertThat(SearchText.parse("\"cold war").clauses()).containsExactly(new Clause(Form.PHRASE, "cold war", false));
    }

    @Test
    void a_hyphen_that_stands_alone_or_within_a_word_excludes_nothing() {
        assertThat(SearchText.parse("counter-offensive - x").clauses()).containsExactly(
                new Clause(Form.WORDS, "counter-offensive", false), new Clause(Form.WORDS, "-", false),
                new Clause(Form.WORDS, "x", false));
    }

    @Test
    void a_prefix_may_be_one_letter_and_a_star_alone_is_a_word() {
        assertThat(SearchText.parse("a*").clauses()).containsExactly(new Clause(Form.PREFIX, "a", false));
        assertThat(SearchText.parse("*").clauses()).containsExactly(new Clause(Form.WORDS, "*", false));
    }

    @Property
    void every_text_means_something(@ForAll String text) {
        assertThat(SearchText.parse(text).clauses()).hasSizeLessThanOrEqualTo(text.length())
                .allSatisfy(clause -> assertThat(text).contains(clause.text()));
    }
}
