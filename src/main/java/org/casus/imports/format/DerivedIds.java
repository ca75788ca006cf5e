package org.casus.imports.format;

import org.casus.http.Sha256;
import org.casus.model.Slug;

/** Ids of what a file names without one: the same for the same words, whichever file has them. */
public final class DerivedIds {

    private static final int READABLE = 100;
    private static final int HASH_BYTES = 6;

    private DerivedIds() {
    }

    /** Readable where that can be; what was cut off or cannot be written is told apart by a hash. */
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

    /** Of a text, in hexadecimal digits. */
    public static String hash(String text) {
        return Sha256.hex(text, HASH_BYTES);
    }
}
