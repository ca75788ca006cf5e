package org.casus.imports.format;

import org.casus.http.Sha256;
import org.casus.model.Slug;

/** Derives ids for things that a file names without an id. The same words give the same id in every file. */
public final class DerivedIds {

    private static final int READABLE = 100;
    private static final int HASH_BYTES = 6;

    private DerivedIds() {
    }

    /** Returns a readable id where possible. If the words are too long or not valid in an id, a hash keeps the id distinct. */
    public static Slug of(String... words) {
        String text = String.join(" ", words).strip();
        String plain = Slug.plain(text);
        if (plain.length() <= READABLE && Slug.isValid(plain)) {
            return new Slug(plain);
        }
        String start = plain.substring(0, Math.min(plain.length(), READABLE));
        int end = start.lastIndexOf('-');
        return new Slug((end > 0 ? start.substring(0, end) : start.isEmpty() ? "x" : start) + "-" + hash(text));
    }

    /** Returns the hash of a text in hexadecimal digits. */
    public static String hash(String text) {
        return Sha256.hex(text, HASH_BYTES);
    }
}
