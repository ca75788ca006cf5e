package org.casus.query.condition;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A test of a text: equality, a range or a LIKE pattern, either exact or ignoring case or accents. */
public sealed interface TextPredicate {

    /** The differences ignored in the tested text. The value that it is compared with is used unchanged. */
    record Folding(boolean cases, boolean accents) {

        public static final Folding NONE = new Folding(false, false);

        private static final Pattern MARKS = Pattern.compile("\\p{M}+");

        /** Returns the text without the ignored differences. */
        public String of(String text) {
            String folded = text;
            if (accents) {
                folded = Normalizer.normalize(
                        MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll(""), Normalizer.Form.NFC);
            }
            if (cases) {
                // upper case first, because ß becomes two letters; both small sigmas become one
                folded = folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
            }
            return folded;
        }

        public boolean isNone() {
            return !cases && !accents;
        }

        public Folding and(Folding other) {
            return new Folding(cases || other.cases, accents || other.accents);
        }
    }

    Folding folding();

    /** Returns whether a folded text passes the test. */
    boolean passes(String folded);

    default boolean test(String text) {
        return passes(folding().of(text));
    }

    /** The text equals this one. */
    record Exactly(String text, Folding folding) implements TextPredicate {

        @Override
        public boolean passes(String folded) {
            return folded.equals(text);
        }
    }

    /** The text lies between two others in the order of code points. An empty bound is open. */
    record Range(Optional<String> from, boolean fromIncluded, Optional<String> to, boolean toIncluded, Folding folding)
            implements TextPredicate {

        @Override
        public boolean passes(String folded) {
            int above = from.map(bound -> compare(folded, bound)).orElse(1);
            int below = to.map(bound -> compare(folded, bound)).orElse(-1);
            return (above > 0 || above == 0 && fromIncluded) && (below < 0 || below == 0 && toIncluded);
        }

        private static int compare(String one, String other) {
            return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
        }
    }

    /** The text matches a pattern: {@code %} is any sequence of characters, {@code _} is one, and {@code \} escapes the next. */
    record Like(String pattern, Folding folding) implements TextPredicate {

        /**
         * Matches with backtracking to the last {@code %}: {@code run} is its index in the pattern, and {@code resume} is the index
         * in the text up to which it matches.
         */
        @Override
        public boolean passes(String folded) {
            int[] text = folded.codePoints().toArray();
            int[] like = pattern.codePoints().toArray();
            int at = 0;
            int in = 0;
            int run = -1;
            int resume = 0;
            while (at < text.length) {
                if (in < like.length && like[in] == '%') {
                    run = in++;
                    resume = at;
                } else if (in < like.length && meets(like, in, text[at])) {
                    in += width(like, in);
                    at++;
                } else if (run >= 0) {
                    in = run + 1;
                    at = ++resume;
                } else {
                    return false;
                }
            }
            while (in < like.length && like[in] == '%') {
                in++;
            }
            return in == like.length;
        }

        private static int width(int[] like, int in) {
            return like[in] == '\\' && in + 1 < like.length ? 2 : 1;
        }

        private static boolean meets(int[] like, int in, int point) {
            return width(like, in) == 2 ? like[in + 1] == point : like[in] == '_' || like[in] == point;
        }
    }
}
