package org.casus.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Київ", "line\nline", "tab\t", "🕊", "\uFEFF", "a\r\n"})
    void what_every_store_can_hold(String text) {
        assertThat(CleanText.objection(text)).isEmpty();
    }

    @Test
    void what_some_cannot_hold_is_named_with_its_place() {
        assertThat(CleanText.objection("ab\u0000")).contains("has the control character U+0000 at position 2");
        assertThat(CleanText.objection("\u0085")).isPresent();
        assertThat(CleanText.objection("\uD800x").orElseThrow()).contains("lone surrogate, U+D800");
        assertThat(CleanText.objection("x\uDC00").orElseThrow()).contains("position 1");
        assertThat(CleanText.objection("\uFFFE")).isPresent();
        assertThat(CleanText.objection(Character.toString(0x1FFFF))).isPresent();
    }

    @Property
    void what_is_shown_of_any_text_is_clean_and_short(@ForAll String text) {
        String shown = CleanText.shown(text);
        assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(81);
        assertThat(shown.codePoints()).noneMatch(point -> Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE);
    }
}
