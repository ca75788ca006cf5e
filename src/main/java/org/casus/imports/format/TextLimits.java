package org.casus.imports.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as members of the model have room for them. */
public final class TextLimits {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private TextLimits() {
    }

    /** In one line, and no longer than so many characters. */
    public static String line(String text, int most) {
        String one = (isSpaced(text) ? SPACE.matcher(text).replaceAll(" ") : text).strip();
        return one.length() <= most ? one : one.substring(0, most - 1) + "…";
    }

    /** Whether there is any space but single ones. */
    private static boolean isSpaced(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == ' ' ? text.startsWith(" ", i + 1) : one >= '\t' && one <= '\r') {
                return true;
            }
        }
        return false;
    }

    /** The words of an id as a name. */
    public static String capitalized(String id) {
        return Arrays.stream(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
