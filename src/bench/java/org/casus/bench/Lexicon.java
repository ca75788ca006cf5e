package org.casus.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Words that can be spoken and mean nothing; what is frequent is short, as in any language. */
final class Lexicon {

    private static final int WORDS = 30_000;
    private static final String[] ONSETS = {"b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z",
        "br", "dr", "gr", "kr", "pr", "st", "tr", "sh", "ch"};
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "a", "e", "o", "ai", "ou"};
    private static final String[] CODAS = {"n", "r", "s", "l", "m", "k", "t"};
    private static final int LONGEST_SHORT = 150;
    private static final int LONGEST_MIDDLE = 4_000;

    private final List<String> words;
    private final Zipf frequency = new Zipf(WORDS, 1.0);
    private final Set<String> names = new LinkedHashSet<>();

    Lexicon(SplittableRandom random) {
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < WORDS) {
            int rank = made.size();
            int least = rank < LONGEST_SHORT ? 1 : 2;
            int most = rank < LONGEST_SHORT ? 2 : rank < LONGEST_MIDDLE ? 3 : 4;
            made.add(word(random, random.nextInt(least, most + 1)));
        }
        words = List.copyOf(made);
    }

    private static String word(SplittableRandom random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(pick(random, ONSETS)).append(pick(random, VOWELS));
            if (random.nextInt(10) < 3) {
                word.append(pick(random, CODAS));
            }
        }
        return word.toString();
    }

    static <T> T pick(SplittableRandom random, T[] from) {
        return from[random.nextInt(from.length)];
    }

    /** The word of a rank, 0 being the most frequent. */
    String word(int rank) {
        return words.get(rank);
    }

    /** A name that was not given before. */
    String name(SplittableRandom random) {
        while (true) {
            String word = word(random, random.nextInt(2, 4));
            if (word.length() > 3 && names.add(word)) {
                return Character.toUpperCase(word.charAt(0)) + word.substring(1);
            }
        }
    }

    /** Sentences of so many words. */
    String text(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < count; i++) {
            String word = words.get(frequency.draw(random));
            text.append(begins ? Character.toUpperCase(word.charAt(0)) : word.charAt(0)).append(word, 1, word.length());
            begins = i == count - 1 || random.nextInt(12) == 0;
            text.append(begins ? "." : "").append(i == count - 1 ? "" : " ");
        }
        return text.toString();
    }
}
