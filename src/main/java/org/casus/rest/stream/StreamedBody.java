package org.casus.rest.stream;

import java.security.MessageDigest;
import org.casus.render.OutputBuffer;

/**
 * The body of a streamed response: its first chunk, which is ready before anything is sent, and the source of the rest.
 *
 * @param url the canonical URL under which the digest is cached; null if it is not cached
 * @param digest the digest to update with the bytes; null if none is needed
 * @param trailer the name of the trailer that contains the digest; null for none
 */
public record StreamedBody(Export export, OutputBuffer first, boolean more, String url, MessageDigest digest, String trailer,
        ExportDigests digests) {

    /** Updates the digest with bytes that are about to be sent. */
    void passing(byte[] bytes, int size) {
        if (digest != null) {
            digest.update(bytes, 0, size);
        }
    }
}
