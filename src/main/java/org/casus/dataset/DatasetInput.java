package org.casus.dataset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.casus.model.MaxLength;
import org.casus.model.Slug;
import org.casus.model.WebAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of a dataset that a client sends. */
@Schema(name = "DatasetInput")
public record DatasetInput(
        @Schema(description = "An id of your choice; without it one is made of the title") Slug id,

        @NotBlank(message = "title is required")
        @Size(max = MaxLength.TITLE, message = "title has at most " + MaxLength.TITLE + " characters")
        @Schema(examples = "The Prague dossier") String title,

        @Size(max = MaxLength.PUBLISHER, message = "publisher has at most " + MaxLength.PUBLISHER + " characters") String publisher,

        @Size(max = 200, message = "licence has at most 200 characters")
        @Schema(description = "An SPDX expression where there is one", examples = "CC-BY-4.0") String licence,

        @Size(max = 2000, message = "citation has at most 2000 characters") String citation,

        @WebAddress String url,

        @Size(max = 100, message = "release has at most 100 characters")
        @Schema(examples = "25.1") String release) {
}
