package org.casus.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.casus.query.SearchText.Clause;
import org.casus.query.SearchText.Form;

/** Search text by its definition, for the letters that the tests use. */
final class PlainText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern CHINESE_SIGN = Pattern.compile("(\\p{IsHan})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern ENGLISH_GENITIVE = Pattern.compile("'s$");

    /** The words of texts that were met: the same few texts are compared with each other again and again. */
    private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 50_000;

    private PlainText() {
    }

    /** Whether the words of a clause stand side by side in one of the texts; the last may be a prefix. */
    static boolean anyMeets(List<String> texts, Clause clause) {
        List<String> wanted = words(clause.text());
        return texts.stream().anyMatch(text -> clause.form() == Form.PREFIX
                ? words(text).stream().anyMatch(word -> word.startsWith(wanted.get(0)))
                : Collections.indexOfSubList(words(text), wanted) >= 0);
    }

    /** Whether two texts have the same words. */
    static boolean same(String one, String other) {
        return words(one).equals(words(other));
    }

    /** Runs of letters, digits and apostrophes, or single Chinese signs, in lower case, without marks and without an English 's. */
    private static List<String> words(String text) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(text, PlainText::divided);
    }

    private static List<String> divided(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ł", "l"),
                Normalizer.Form.NFKD);
        String folded = CHINESE_SIGN.matcher(MARKS.matcher(decomposed).replaceAll("")).replaceAll(" $1 ");
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(folded)) {
            if (!word.isEmpty()) {
                words.add(ENGLISH_GENITIVE.matcher(word).replaceAll(""));
            }
        }
        return words;
    }
}
