package org.casus.rest.stream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.casus.http.ContentCoding;
import org.casus.model.LruMap;

/** A cache of the digests of exports at a fixed revision, by canonical URL. Such exports never change. */
@Singleton
public class ExportDigests {

    private static final int MOST = 1000;

    /** The size and digest of an export that was written before. */
    public record Known(long rows, long bytes, byte[] sha256) {
    }

    private final Map<String, Known> known = new LruMap<>(MOST);

    /** Returns the digest of the export at a canonical URL, if it is known. */
    public synchronized Optional<Known> of(String url) {
        return Optional.ofNullable(known.get(url));
    }

    /** Keeps the digest of the export at a canonical URL. */
    public synchronized void remember(String url, Known digest) {
        known.put(url, digest);
    }

    /** Returns a digest as a field value of RFC 9530. */
    public static String field(byte[] sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }

    /** Returns the header for a digest: of the bytes as sent or, if the response is compressed, of the bytes before compression. */
    public static String header(HttpHeaders request) {
        boolean compressed = !ContentCoding.suffix(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING)).isEmpty();
        return compressed ? "Unencoded-Digest" : "Repr-Digest";
    }
}
