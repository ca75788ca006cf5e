package org.casus.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error in a request: its location, and what is allowed there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProblemError", description = "One thing that is wrong: where, and what is allowed there",
        requiredProperties = {"code", "detail"})
public record ValidationError(
        @Schema(description = "The member of the body, a JSON Pointer (RFC 6901) fragment",
                examples = "#/participants/0/role") String pointer,
        @Schema(description = "The parameter", examples = "from") String parameter,
        @Schema(description = "The header", examples = "If-Match") String header,
        ErrorCode code,
        @Schema(examples = "'2023-13' has no month 13: months run from 01 to 12") String detail) {

    public static ValidationError at(String pointer, ErrorCode code, String detail) {
        return new ValidationError("#" + pointer, null, null, code, detail);
    }

    public static ValidationError ofParameter(String name, ErrorCode code, String detail) {
        return new ValidationError(null, name, null, code, detail);
    }

    public static ValidationError ofHeader(String name, ErrorCode code, String detail) {
        return new ValidationError(null, null, name, code, detail);
    }

    /** Returns an error that has no location in the request. */
    public static ValidationError of(ErrorCode code, String detail) {
        return new ValidationError(null, null, null, code, detail);
    }
}
