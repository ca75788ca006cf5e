package org.casus.rest.stream;

import java.security.MessageDigest;
import org.casus.render.OutputBuffer;

/**
 * The body of an answer that is streamed: its first piece, which is ready before anything is sent, and the rest.
 *
 * @param url the canonical URL, under which its digest is remembered; null where it is not to be
 * @param digest what its bytes go through; null where nobody wants to know
 * @param trailer the name of the trailer that tells the digest; null for none
 */
public record StreamedBody(Export export, OutputBuffer first, boolean more, String url, MessageDigest digest, String trailer,
        ExportDigests digests) {

    /** Notes what passes by. */
    void passing(byte[] bytes, int size) {
        if (digest != null) {
            digest.update(bytes, 0, size);
        }
    }
}
