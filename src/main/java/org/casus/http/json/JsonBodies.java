package org.casus.http.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/** How a body of JSON is taken in. */
public final class JsonBodies {

    private JsonBodies() {
    }

    /**
     * The object that a request sends. What does not say plainly that it is JSON in UTF-8 is not taken for it.
     *
     * @param limit most bytes
     * @throws Problem 400, 413 or 415
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
     * Returns what a request says that its body is; empty if it says nothing.
     *
     * @throws Problem 415 if the header cannot be read
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
