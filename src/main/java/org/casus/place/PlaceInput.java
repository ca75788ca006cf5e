package org.casus.place;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.casus.model.Box;
import org.casus.model.Identifier;
import org.casus.model.Location;
import org.casus.model.MaxLength;
import org.casus.model.Name;
import org.casus.model.NullSafeLists;
import org.casus.model.PlaceKind;
import org.casus.model.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of a place that a client sends. */
@Schema(name = "PlaceInput")
public record PlaceInput(
        @Schema(description = "An id of your choice; without it one is made of the name") Slug id,

        @NotBlank(message = "name is required")
        @Size(max = MaxLength.NAME, message = "name has at most " + MaxLength.NAME + " characters")
        @Schema(examples = "Kyiv") String name,

        @Size(max = 100, message = "a place has at most 100 names") List<@Valid Name> names,

        @NotNull(message = "kind is required") PlaceKind kind,

        @Schema(description = "The place that this one lies in") Slug within,

        @Valid Location location,

        Box bbox,

        @Size(max = 50, message = "a place has at most 50 identifiers") List<@Valid Identifier> identifiers) {

    public PlaceInput {
        names = NullSafeLists.orEmpty(names);
        identifiers = NullSafeLists.orEmpty(identifiers);
    }
}
