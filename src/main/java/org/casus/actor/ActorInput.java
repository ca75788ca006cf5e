package org.casus.actor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.casus.model.ActorKind;
import org.casus.model.Identifier;
import org.casus.model.MaxLength;
import org.casus.model.MembershipKind;
import org.casus.model.Name;
import org.casus.model.NullSafeLists;
import org.casus.model.Slug;
import org.casus.model.edtf.Edtf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of an actor that a client sends. */
@Schema(name = "ActorInput")
public record ActorInput(
        @Schema(description = "An id of your choice; without it one is made of the name") Slug id,

        @NotBlank(message = "name is required")
        @Size(max = MaxLength.NAME, message = "name has at most " + MaxLength.NAME + " characters")
        @Schema(examples = "MI6") String name,

        @Size(max = 100, message = "an actor has at most 100 names") List<@Valid Name> names,

        @NotNull(message = "kind is required") ActorKind kind,

        @Size(max = 10000, message = "description has at most 10000 characters") String description,

        @Size(max = 200, message = "an actor has at most 200 memberships") List<@Valid Of> memberships,

        @Size(max = 50, message = "an actor has at most 50 identifiers") List<@Valid Identifier> identifiers) {

    public ActorInput {
        names = NullSafeLists.orEmpty(names);
        memberships = NullSafeLists.orEmpty(memberships);
        identifiers = NullSafeLists.orEmpty(identifiers);
    }

    /** Returns a copy of this input with another name. */
    public ActorInput called(String other) {
        return new ActorInput(id, other, names, kind, description, memberships, identifiers);
    }

    /** A membership: the relation of this actor to another one. */
    @Schema(name = "MembershipInput")
    public record Of(
            @NotNull(message = "kind is required") MembershipKind kind,

            @NotNull(message = "of is required")
            @Schema(description = "The other actor") Slug of,

            @Size(max = 200, message = "role has at most 200 characters")
            @Schema(examples = "Chief") String role,

            @Schema(description = "When it held (EDTF); always, if absent")
            Edtf when) {
    }
}
