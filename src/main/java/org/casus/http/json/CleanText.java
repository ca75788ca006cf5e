package org.casus.http.json;

import java.util.Optional;

/** Text that every store and every reader can hold: no controls but tab and line ends, no halves of characters. */
public final class CleanText {

    private static final int SHOWN = 80;

    private CleanText() {
    }

    /** Returns what is wrong with a text; empty if nothing is. */
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

    /** The text without what no text has. */
    public static String cleaned(String text) {
        return objection(text).isEmpty() ? text : text.codePoints()
                .filter(point -> objection(Character.toString(point)).isEmpty())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A client's text fit to be shown in a problem: short, and without anything that would not print. */
    public static String shown(String text) {
        String printable = text.codePoints()
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE ? '?' : point)
                .limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) > SHOWN ? printable + "…" : printable;
    }
}
