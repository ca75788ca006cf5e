package org.casus.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "mi6", "ucdp-244657", "moore-prague-speech", "a.b_c-d"})
    void what_an_id_may_be(String text) {
        assertThat(new Slug(text).value()).isEqualTo(text);
        assertThat(Slug.isValid(text)).isTrue();
        assertThat(text).matches(Slug.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", "a-", "a--b", "a b", "ä", "a/b", "a\n", ".", "..", "a..b", "٥", "revisions", "counts"})
    void what_an_id_may_not_be(String text) {
        assertThat(Slug.isValid(text)).isFalse();
        assertThatThrownBy(() -> new Slug(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_id_has_at_most_128_characters() {
        assertThat(Slug.isValid("a".repeat(128))).isTrue();
        assertThat(Slug.isValid("a".repeat(129))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'Speech by the head of MI6', speech-by-the-head-of-mi6", "'Čaj o páté!', caj-o-pate",
        "'  --- odd ---  ', odd", "'Київ', fallback", "'Revisions', fallback", "'', fallback", "'ﬁne ½', fine-1-2"})
    void an_id_is_made_of_a_title(String title, String slug) {
        assertThat(Slug.madeFrom(title, "fallback").value()).isEqualTo(slug);
    }

    @Test
    void a_long_title_is_cut_at_a_word() {
        assertThat(Slug.madeFrom("word ".repeat(40), "x").value()).hasSizeLessThanOrEqualTo(60).endsWith("-word");
        assertThat(Slug.madeFrom("w".repeat(200), "x").value()).hasSize(60);
    }

    @Property
    void a_text_of_its_letters_is_an_id_as_the_pattern_says(
            @ForAll @CharRange(from = 'a', to = 'b') @Chars({'0', '9', '-', '_', '.', 'A', '/'}) @StringLength(max = 6) String text) {
        assertThat(Slug.isValid(text)).isEqualTo(text.matches(Slug.PATTERN));
    }

    @Property
    void a_text_in_plain_letters_is_what_its_definition_says(@ForAll @CharRange(from = 0, to = '\uD7FF') String text) {
        assertThat(Slug.plain(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""));
    }

    @Property
    void any_title_makes_an_id(@ForAll String title) {
        assertThat(Slug.isValid(Slug.madeFrom(title, "fallback").value())).isTrue();
    }
}
