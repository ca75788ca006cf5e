package org.casus.eventtype;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.casus.model.Slug;

/** The representation of an event type in the file that ships with the software. */
public record EventTypeInput(
        Slug id,
        @NotBlank(message = "name is required") String name,
        Slug parent,
        @NotBlank(message = "definition is required") String definition,
        @Valid Mappings mappings) {
}
