package org.casus.model.code;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A code in another taxonomy. Responses add the derived Goldstein weight, which is ignored in requests, so that clients can send back
 * what they received.
 */
@Embeddable
@JsonIgnoreProperties("goldstein")
@Schema(description = "A code in another taxonomy")
public record Coding(
        @NotNull(message = "scheme is required") @Enumerated(EnumType.STRING) Scheme scheme,

        @NotBlank(message = "code is required")
        @Size(max = 200, message = "a code has at most 200 characters")
        @Schema(examples = "190") String code) {

    /** Parses the output of {@link #token}. */
    public static Coding of(String token) {
        int end = token.indexOf(':');
        return new Coding(Scheme.ofToken(token.substring(0, end)), token.substring(end + 1));
    }

    /** Returns the code as it is written in a filter, for example {@code cameo:190}. */
    public String token() {
        return scheme.token() + ":" + code;
    }
}
