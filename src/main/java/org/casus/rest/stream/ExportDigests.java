package org.casus.rest.stream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casus.http.ContentCoding;

/** Digests of exports as of a numbered revision, by their canonical URL: they never change, so they are remembered. */
@Singleton
public class ExportDigests {

    private static final int MOST = 1000;

    /** The size and digest of an export that was written once. */
    public record Known(long rows, long bytes, byte[] sha256) {
    }

    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    /** Returns the digest of the export at a canonical URL, if it is known. */
    public synchronized Optional<Known> of(String url) {
        return Optional.ofNullable(known.get(url));
    }

    /** Keeps the digest of the export at a canonical URL. */
    public synchronized void remember(String url, Known digest) {
        known.put(url, digest);
    }

    /** A digest as RFC 9530 writes it. */
    public static String field(byte[] sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }

    /** The header that tells a digest: of bytes as they go over the wire, or as they are before they are compressed. */
    public static String header(HttpHeaders request) {
        boolean compressed = !ContentCoding.suffix(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING)).isEmpty();
        return compressed ? "Unencoded-Digest" : "Repr-Digest";
    }
}
