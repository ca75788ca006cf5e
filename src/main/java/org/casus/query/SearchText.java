package org.casus.query;

import java.util.ArrayList;
import java.util.List;

/**
 * The parsed text of a search box: words, all of which must occur; {@code "phrases"}; {@code -not} and
 * {@code prefix*}. Every text is valid: there are no syntax errors.
 */
public record SearchText(List<Clause> clauses) {

    /** The maximum number of clauses; {@link FilterParser} rejects more. */
    public static final int MOST_CLAUSES = 20;

    /** How a clause is matched. */
    public enum Form {
        WORDS, PHRASE, PREFIX
    }

    /** One word, phrase or prefix that must occur, or must not. */
    public record Clause(Form form, String text, boolean excluded) {
    }

    public static SearchText parse(String input) {
        List<Clause> clauses = new ArrayList<>();
        int at = 0;
        while (at < input.length()) {
            if (Character.isWhitespace(input.charAt(at))) {
                at++;
                continue;
            }
            boolean excluded = input.charAt(at) == '-' && at + 1 < input.length()
                    && !Character.isWhitespace(input.charAt(at + 1));
            int start = excluded ? at + 1 : at;
            boolean quoted = input.charAt(start) == '"';
            int end = quoted ? closing(input, start + 1) : wordEnd(input, start);
            clauses.add(quoted
                    ? new Clause(Form.PHRASE, input.substring(start + 1, end), excluded)
                    : word(input.substring(start, end), excluded));
            at = quoted ? end + 1 : end;
        }
        return new SearchText(List.copyOf(clauses));
    }

    private static int closing(String input, int from) {
        int end = input.indexOf('"', from);
        return end < 0 ? input.length() : end;
    }

    private static int wordEnd(String input, int from) {
        int end = from;
        while (end < input.length() && !Character.isWhitespace(input.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Clause word(String word, boolean excluded) {
        if (word.endsWith("*") && word.length() > 1) {
            return new Clause(Form.PREFIX, word.substring(0, word.length() - 1), excluded);
        }
        return new Clause(Form.WORDS, word, excluded);
    }
}
