package org.casus.query.condition;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A test of a text: by what it begins with, stands between, or is like, in its letters or apart from case and accents. */
public sealed interface TextPredicate {

    /** The differences that are ignored in the text; the value that it is compared with is taken as it is. */
    record Folding(boolean cases, boolean accents) {

        public static final Folding NONE = new Folding(false, false);

        private static final Pattern MARKS = Pattern.compile("\\p{M}+");

        /** A text without what is left out of account. */
        public String of(String text) {
            String folded = text;
            if (accents) {
                folded = Normalizer.normalize(
                        MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll(""), Normalizer.Form.NFC);
            }
            if (cases) {
                // upper case first, since ß has one of two letters; and there is one small sigma
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

    /** Whether a folded text passes. */
    boolean passes(String folded);

    default boolean test(String text) {
        return passes(folding().of(text));
    }

    /** It is this text. */
    record Exactly(String text, Folding folding) implements TextPredicate {

        @Override
        public boolean passes(String folded) {
            return folded.equals(text);
        }
    }

    /** It stands between two texts in the order of code points; empty where there is no bound. */
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

    /** It is like a pattern: {@code %} is any run of characters, {@code _} is one, what follows {@code \} is itself. */
    record Like(String pattern, Folding folding) implements TextPredicate {

        /** Where to go on in the pattern and in the text when a run was taken too short. */
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
