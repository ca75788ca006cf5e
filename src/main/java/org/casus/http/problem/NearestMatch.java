package org.casus.http.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the candidate for a "did you mean …" hint: the one with the smallest edit distance (optimal string alignment). */
public final class NearestMatch {

    private static final int MOST_CANDIDATES = 20_000;

    private NearestMatch() {
    }

    /** Returns the nearest candidate, or empty if more than about a third of the text would have to change. */
    public static Optional<String> to(String text, Collection<String> candidates) {
        String wanted = text.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, wanted.length() / 3);
        record Scored(String candidate, int edits) {
        }
        return candidates.stream()
                .limit(MOST_CANDIDATES)
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= allowed)
                .map(candidate -> new Scored(candidate, edits(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.edits <= allowed)
                .min(Comparator.comparingInt(Scored::edits).thenComparing(Scored::candidate))
                .map(Scored::candidate);
    }

    /** Returns a clause to append to an error detail, or an empty string if no candidate is near. */
    public static String hint(String text, Collection<String> candidates) {
        return to(text, candidates).map(near -> "; did you mean '" + near + "'?").orElse("");
    }

    private static int edits(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
