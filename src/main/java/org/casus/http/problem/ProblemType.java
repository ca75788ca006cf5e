package org.casus.http.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The types of problem. Each has a page at {@code /problems/{slug}}. */
public enum ProblemType {

    MALFORMED_JSON(400, "The body is not a JSON object",
            "The body cannot be read as one JSON object in UTF-8: it breaks off, repeats a member, has text after"
                    + " its end, is empty, or is something else. The detail names line and column."),
    INVALID_PARAMETER(400, "A parameter is not valid",
            "A query parameter, path segment or header has a value that cannot be read. Each entry of errors names"
                    + " the parameter, what is allowed and often the nearest match."),
    UNKNOWN_PARAMETER(400, "There is no such parameter",
            "The operation does not take this query parameter. Nothing is ignored in silence: errors names the"
                    + " parameters that it takes."),
    UNAUTHORIZED(401, "A key is needed",
            "Send 'Authorization: Bearer <key>'. The first administrator's key is printed once, when Casus first"
                    + " starts; administrators make more with POST /keys."),
    FORBIDDEN(403, "The key may not do this",
            "The key is valid, but its role does not include this. Editors write resources; administrators also"
                    + " manage keys."),
    NOT_FOUND(404, "There is nothing here",
            "No resource has this path, or it did not exist yet at the revision asked for."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here",
            "The Allow header and the detail name the methods that this path takes."),
    NOT_ACCEPTABLE(406, "No such format here", "The Accept header names no format that this path can answer in."),
    REQUEST_TIMEOUT(408, "The request arrived too slowly",
            "Requests have a bounded time to arrive, so that slow clients keep nobody else waiting. Nothing was kept of this"
                    + " one; the connection is closed."),
    CONFLICT(409, "This would contradict what is there",
            "The id is taken, or other resources refer to what was to be deleted; errors lists them."),
    GONE(410, "It was deleted",
            "The resource was deleted; the detail names the revision and the reason. Ask for an earlier state with"
                    + " asOf."),
    PRECONDITION_FAILED(412, "It has changed meanwhile",
            "If-Match names another revision than the current one. Read it again, and send the change with the new"
                    + " ETag."),
    PAYLOAD_TOO_LARGE(413, "The body is too large", "The detail names the limit."),
    URI_TOO_LONG(414, "The URL is too long", "Narrow the query."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has the wrong media type",
            "Send application/json, or application/merge-patch+json with PATCH."),
    MISDIRECTED(421, "The service does not answer for this host",
            "The service listens on its own machine alone, and the request names another host. Whoever runs it names that"
                    + " host with casus.public-url or casus.hosts."),
    INVALID_BODY(422, "The body breaks a rule",
            "The body is JSON but not what this resource is made of. Every entry of errors points at one member"
                    + " (RFC 6901) and says what is allowed there."),
    PRECONDITION_REQUIRED(428, "Say which revision you mean to change",
            "To change or delete what exists, send If-Match with the ETag that a GET answered, so that nobody's work"
                    + " is overwritten unseen."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter headers: together they have at most 32 kB."),
    INTERNAL(500, "Something broke here",
            "A fault of the server. The instance is a number that its log shows too."),
    UNAVAILABLE(503, "Not able to answer just now",
            "A part of the service is busy, starting or away. Retry-After says when to try again; the detail says"
                    + " what is known of a write."),
    TOO_COSTLY(503, "The question takes too long",
            "Every question has a bounded time. The detail says which part of it to narrow; asked again as it is, it will"
                    + " most likely take as long again."),
    REFUSED(400, "The request cannot be read", "The request breaks a rule of HTTP.");

    private final int status;
    private final String title;
    private final String meaning;

    ProblemType(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the type URI, a reference to its page, for a service at the root of its host. */
    @JsonValue
    public String uri() {
        return "/problems/" + slug();
    }

    /**
     * Returns the type URI for a service below the given root path.
     *
     * @param path the root path of the service, with which links begin
     */
    public String uri(String path) {
        return path + uri();
    }
}
