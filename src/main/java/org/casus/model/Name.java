package org.casus.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.casus.model.edtf.Edtf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alternative name of a resource: in another language or script, or from another time. */
@Embeddable
@Schema(description = "Another name of the same thing: in another language or script, or from another time")
public record Name(
        @NotBlank(message = "a name is required")
        @Size(max = MaxLength.NAME, message = "a name has at most " + MaxLength.NAME + " characters")
        @Schema(examples = "Київ") String name,

        @Pattern(regexp = LANGUAGE, message = "a language is a BCP 47 tag, for example uk or zh-Hans")
        @Schema(description = "BCP 47 language tag", examples = "uk") String language,

        @Column(name = "edtf")
        @Schema(description = "When it was so called (EDTF)") Edtf when) {

    /** The pattern of a BCP 47 language tag: language, script, region and variants. */
    public static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}";
}
