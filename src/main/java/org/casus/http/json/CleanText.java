package org.casus.http.json;

import java.util.Optional;

/**
 * Checks and cleans text so that every database and every client can hold it: no control characters except tab and line ends,
 * no lone surrogates and no noncharacters.
 */
public final class CleanText {

    private static final int SHOWN = 80;

    private CleanText() {
    }

    /** Returns the first problem found in the text, or empty if the text is clean. */
    public static Optional<String> objection(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                return Optional.of("has half a character (a lone surrogate, U+%04X) at position %d".formatted(point, i));
            }
            if (Character.isISOControl(point) && point != '\n' && point != '\t' && point != '\r') {
                return Optional.of("has the control character U+%04X at position %d".formatted(point, i));
            }
            if ((point & 0xFFFE) == 0xFFFE) {
                return Optional.of("has U+%04X, which is no character, at position %d".formatted(point, i));
            }
            i += Character.charCount(point);
        }
        return Optional.empty();
    }

    /** Returns the text without the characters that {@link #objection} rejects. */
    public static String cleaned(String text) {
        return objection(text).isEmpty() ? text : text.codePoints()
                .filter(point -> objection(Character.toString(point)).isEmpty())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns a client's text in a form that fits a problem response: shortened, with unprintable characters replaced by '?'. */
    public static String shown(String text) {
        String printable = text.codePoints()
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE ? '?' : point)
                .limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) > SHOWN ? printable + "…" : printable;
    }
}
