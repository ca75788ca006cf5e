package org.casus.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An identifier of a resource in another system, for example in Wikidata. */
@Embeddable
@Schema(description = "What the same thing is called in another system")
public record Identifier(
        @NotNull(message = "a scheme is required")
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                message = "a scheme is lower-case letters, digits and single hyphens, for example iso-3166-1-alpha-2")
        @Size(max = 64, message = "a scheme has at most 64 characters")
        @Schema(examples = "wikidata") String scheme,

        @Column(name = "code")
        @NotBlank(message = "a value is required")
        @Size(max = 200, message = "an identifier has at most 200 characters")
        @Schema(examples = "Q1085") String value) {

    /** Returns the identifier as it is written in a filter, for example {@code wikidata:Q1085}. */
    public String token() {
        return scheme + ":" + value;
    }
}
