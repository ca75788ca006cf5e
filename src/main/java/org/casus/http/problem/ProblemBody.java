package org.casus.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.logging.Log;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error response (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "What went wrong, where, and what is allowed (RFC 9457)",
        requiredProperties = {"type", "title", "status", "detail"})
public record ProblemBody(
        String type,
        @Schema(examples = "The body breaks a rule") String title,
        @Schema(minimum = "400", maximum = "599") int status,
        @Schema(examples = "2 members are wrong") String detail,
        @Schema(description = "With an internal fault, the number under which the server's log has more",
                format = "uri-reference") String instance,
        List<ValidationError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * Returns the response body for a problem.
     *
     * @param path the root path of the service, with which links begin
     */
    public static ProblemBody of(Problem problem, String instance, String path) {
        ProblemType type = problem.type();
        return new ProblemBody(type.uri(path), type.title(), type.status(), problem.getMessage(), instance, problem.errors());
    }

    /**
     * Logs an internal fault with its stack trace and returns a body with the UUID under which it was logged.
     *
     * @param path the root path of the service, with which links begin
     */
    public static ProblemBody logged(Throwable fault, String path) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        Log.errorf(fault, "A request failed, %s", instance);
        return of(new Problem(ProblemType.INTERNAL, "the fault is ours; its number in the log is in 'instance'"), instance, path);
    }

    /**
     * Returns the response body for a problem as JSON in UTF-8.
     *
     * @param path the root path of the service, with which links begin
     */
    public static byte[] bytes(Problem problem, String path) {
        return of(problem, null, path).bytes();
    }

    /** Returns this body as JSON in UTF-8. */
    public byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            return ("{\"status\":" + status + "}").getBytes(StandardCharsets.UTF_8);
        }
    }
}
