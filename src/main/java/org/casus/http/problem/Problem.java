package org.casus.http.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An exception for a request that cannot be fulfilled. It may be thrown anywhere and becomes an RFC 9457 response. */
public final class Problem extends RuntimeException {

    private final ProblemType type;
    private final List<ValidationError> errors;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Problem(ProblemType type, String detail, List<ValidationError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** Returns a problem for an invalid query parameter. */
    public static Problem parameter(String name, ErrorCode code, String detail) {
        return new Problem(ProblemType.INVALID_PARAMETER, detail, List.of(ValidationError.ofParameter(name, code, detail)));
    }

    /** Returns a problem for an invalid header. */
    public static Problem header(String name, ErrorCode code, String detail) {
        return new Problem(ProblemType.INVALID_PARAMETER, detail, List.of(ValidationError.ofHeader(name, code, detail)));
    }

    /** Returns a problem that lists all errors in a body. */
    public static Problem body(List<ValidationError> errors) {
        String detail = errors.size() == 1 ? errors.get(0).detail() : errors.size() + " members are wrong";
        return new Problem(ProblemType.INVALID_BODY, detail, errors);
    }

    public static Problem notFound(String detail) {
        return new Problem(ProblemType.NOT_FOUND, detail);
    }

    /** Returns a problem for a body over the limit (in bytes); the rest of the body is not read. */
    public static Problem tooLarge(int limit) {
        return new Problem(ProblemType.PAYLOAD_TOO_LARGE, "a body has at most " + limit + " bytes")
                .with("Connection", "close");
    }

    /** Returns a problem for temporary unavailability; the client should retry after {@code seconds}. */
    public static Problem unavailable(String detail, int seconds) {
        return new Problem(ProblemType.UNAVAILABLE, detail).with("Retry-After", Integer.toString(seconds));
    }

    /** Adds a header to the response. */
    public Problem with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public List<ValidationError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
