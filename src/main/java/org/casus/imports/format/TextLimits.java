package org.casus.imports.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fits texts into the members of the model. */
public final class TextLimits {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private TextLimits() {
    }

    /** Returns a text on one line, cut with an ellipsis to at most the given number of characters. */
    public static String line(String text, int most) {
        String one = (isSpaced(text) ? SPACE.matcher(text).replaceAll(" ") : text).strip();
        return one.length() <= most ? one : one.substring(0, most - 1) + "…";
    }

    /** Returns whether a text contains white space other than single spaces. */
    private static boolean isSpaced(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == ' ' ? text.startsWith(" ", i + 1) : one >= '\t' && one <= '\r') {
                return true;
            }
        }
        return false;
    }

    /** Returns the words of an id as a name, each with a capital letter. */
    public static String capitalized(String id) {
        return Arrays.stream(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
