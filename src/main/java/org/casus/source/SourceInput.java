package org.casus.source;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.casus.model.MaxLength;
import org.casus.model.Name;
import org.casus.model.Slug;
import org.casus.model.SourceKind;
import org.casus.model.WebAddress;
import org.casus.model.edtf.Edtf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of a source that a client sends. */
@Schema(name = "SourceInput")
public record SourceInput(
        @Schema(description = "An id of your choice; without it one is made of the title") Slug id,

        @NotBlank(message = "publisher is required")
        @Size(max = MaxLength.PUBLISHER, message = "publisher has at most " + MaxLength.PUBLISHER + " characters")
        @Schema(examples = "Kyiv Post") String publisher,

        @NotBlank(message = "title is required")
        @Size(max = MaxLength.SOURCE_TITLE, message = "title has at most " + MaxLength.SOURCE_TITLE + " characters") String title,

        @WebAddress String url,

        @Schema(description = "When it was published (EDTF)") Edtf published,

        @Pattern(regexp = Name.LANGUAGE, message = "language is a BCP 47 tag, for example en")
        @Schema(examples = "en") String language,

        @NotNull(message = "kind is required") SourceKind kind) {
}
