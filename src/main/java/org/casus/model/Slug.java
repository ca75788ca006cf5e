package org.casus.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Set;

/** A public id: stable for ever, unique within its kind, and fit to stand in a URL as it is. */
public record Slug(@JsonValue String value) {

    public static final int MAX_LENGTH = 128;
    public static final String PATTERN = "[a-z0-9]+([._-][a-z0-9]+)*";
    public static final String RULE = "lower-case letters a-z and digits, joined by single '-', '_' or '.', at most "
            + MAX_LENGTH + " characters, for example 'moore-prague-speech'";

    private static final int MADE_LENGTH = 60;
    /** Names of sub-resources that stand, or may come to stand, where an id does. */
    private static final Set<String> RESERVED = Set.of(
            "changes", "clusters", "counts", "export", "graph", "manifest", "new", "origin", "receipts", "releases",
            "revisions", "schema", "search");

    /** @throws IllegalArgumentException if the value is no slug or is a reserved word */
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

    /** Why a value that is not valid is not. */
    public static String objection(String value) {
        return value != null && RESERVED.contains(value) ? "'" + value + "' is reserved for a path of the API" : "an id is " + RULE;
    }

    /** As {@link #PATTERN} says, without a matcher: a load makes some thirty for each row. */
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
     * A readable slug made from a title or a name, cut at a word; {@code fallback} where nothing of it can be
     * written in a-z and 0-9.
     */
    public static Slug madeFrom(String text, String fallback) {
        String joined = plain(text);
        if (joined.length() > MADE_LENGTH) {
            int cut = joined.lastIndexOf('-', MADE_LENGTH);
            joined = joined.substring(0, cut > 0 ? cut : MADE_LENGTH);
        }
        return new Slug(isValid(joined) ? joined : fallback);
    }

    /** A text in the letters and digits of ASCII, in lower case and without marks, a hyphen for all else between them. */
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
