package org.casus.statement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.casus.model.Name;
import org.casus.model.NullSafeLists;
import org.casus.model.Slug;
import org.casus.model.edtf.Edtf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of a statement that a client sends. */
@Schema(name = "StatementInput")
public record StatementInput(
        @Schema(description = "An id of your choice; without it one is made of the gist") Slug id,

        @NotNull(message = "speaker is required") @Schema(description = "The actor who said it") Slug speaker,

        @Schema(description = "The event in which it was said") Slug madeIn,

        @Schema(description = "When it was said (EDTF)") Edtf when,

        @NotBlank(message = "gist is required: what was said, in your own words")
        @Size(max = 5000, message = "gist has at most 5000 characters")
        @Schema(description = "What was said, in the recorder's own words") String gist,

        @Size(max = 10000, message = "quote has at most 10000 characters")
        @Schema(description = "The words themselves") String quote,

        @Pattern(regexp = Name.LANGUAGE, message = "language is a BCP 47 tag, for example en")
        @Schema(description = "The language of the quote (BCP 47)", examples = "en") String language,

        @Size(max = 100, message = "a statement is about at most 100 things") List<@Valid On> about,

        @Schema(description = "The source that reports it") Slug source) {

    public StatementInput {
        about = NullSafeLists.orEmpty(about);
    }

    /** A subject of the statement: an event, an actor or a place. Exactly one component must be given. */
    @Schema(name = "AboutInput", minProperties = 1, maxProperties = 1)
    public record On(Slug event, Slug actor, Slug place) {

        boolean one() {
            return Stream.of(event, actor, place).filter(Objects::nonNull).count() == 1;
        }
    }
}
