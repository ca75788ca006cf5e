package org.casus.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Set;

/** A public id. A slug never changes, is unique within its resource type and needs no escaping in a URL. */
public record Slug(@JsonValue String value) {

    public static final int MAX_LENGTH = 128;
    public static final String PATTERN = "[a-z0-9]+([._-][a-z0-9]+)*";
    public static final String RULE = "lower-case letters a-z and digits, joined by single '-', '_' or '.', at most "
            + MAX_LENGTH + " characters, for example 'moore-prague-speech'";

    private static final int MADE_LENGTH = 60;
    /** The reserved words: path segments of existing or future sub-resources that are in the same position as an id. */
    private static final Set<String> RESERVED = Set.of(
            "changes", "clusters", "counts", "export", "graph", "manifest", "new", "origin", "receipts", "releases",
            "revisions", "schema", "search");

    /**
     * Creates a slug from its text.
     *
     * @throws IllegalArgumentException if the value is not a slug or is a reserved word
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException(objection(value));
        }
    }

    public static boolean isValid(String value) {
        return value != null && value.length() <= MAX_LENGTH && isFormed(value)
                && !RESERVED.contains(value);
    }

    /** Returns the reason why an invalid value is not a slug. */
    public static String objection(String value) {
        return value != null && RESERVED.contains(value) ? "'" + value + "' is reserved for a path of the API" : "an id is " + RULE;
    }

    /** Returns whether the value matches {@link #PATTERN}. Uses no regex matcher: an import checks about thirty slugs for each row. */
    private static boolean isFormed(String value) {
        boolean begins = true;
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            if (one >= 'a' && one <= 'z' || one >= '0' && one <= '9') {
                begins = false;
            } else if (begins || one != '-' && one != '_' && one != '.') {
                return false;
            } else {
                begins = true;
            }
        }
        return !begins;
    }

    /**
     * Returns a readable slug made from a title or a name and cut at a word boundary. Returns {@code fallback} if nothing of the text can
     * be written in a-z and 0-9, or if the result is a reserved word.
     */
    public static Slug madeFrom(String text, String fallback) {
        String joined = plain(text);
        if (joined.length() > MADE_LENGTH) {
            int cut = joined.lastIndexOf('-', MADE_LENGTH);
            joined = joined.substring(0, cut > 0 ? cut : MADE_LENGTH);
        }
        return new Slug(isValid(joined) ? joined : fallback);
    }

    /**
     * Returns the text reduced to lower-case ASCII letters and digits. Combining marks are removed, and any other characters between the
     * remaining ones become one hyphen.
     */
    public static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char one = Character.toLowerCase(decomposed.charAt(i));
            if (one >= 'a' && one <= 'z' || one >= '0' && one <= '9') {
                plain.append(gap && !plain.isEmpty() ? "-" : "").append(one);
                gap = false;
            } else {
                gap = gap || !isMark(one);
            }
        }
        return plain.toString();
    }

    private static boolean isMark(char one) {
        return switch (Character.getType(one)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
