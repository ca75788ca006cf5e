package org.casus.http.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/** Reads JSON request bodies and checks their Content-Type and Content-Encoding. */
public final class JsonBodies {

    private JsonBodies() {
    }

    /**
     * Reads the JSON object in a request body. The request must declare a specific media type; a charset, if given, must be UTF-8, and
     * the body must not be compressed.
     *
     * @param limit the maximum body size in bytes
     * @throws Problem 400 if the body is not a JSON object, 413 if it is too large, 415 if the headers are missing or unsupported
     */
    public static ObjectNode object(InputStream body, HttpHeaders headers, int limit) {
        MediaType type = mediaType(headers).orElse(MediaType.WILDCARD_TYPE);
        if (type.isWildcardType() || type.isWildcardSubtype()) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "say what the body is: Content-Type: application/json");
        }
        String charset = type.getParameters().getOrDefault("charset", "utf-8");
        if (!charset.equalsIgnoreCase("utf-8")) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "JSON is sent in UTF-8");
        }
        String coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "bodies are taken as they are, without Content-Encoding");
        }
        return StrictJson.object(StrictJson.bytes(body, limit));
    }

    /**
     * Returns the media type in the Content-Type header, or empty if the header is absent or blank.
     *
     * @throws Problem 415 if the header cannot be parsed
     */
    public static Optional<MediaType> mediaType(HttpHeaders headers) {
        String text = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MediaType.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type cannot be read; it looks like application/json");
        }
    }
}
