package org.casus.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.casus.query.SearchText.Clause;
import org.casus.query.SearchText.Form;

/** Search text by its definition, for the letters that the tests use. */
final class PlainText {

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
        String folded = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ł", "l"),
                Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .replaceAll("(\\p{IsHan})", " $1 ");
        List<String> words = new ArrayList<>();
        for (String word : folded.split("[^\\p{L}\\p{N}']+")) {
            if (!word.isEmpty()) {
                words.add(word.replaceAll("'s$", ""));
            }
        }
        return words;
    }
}
