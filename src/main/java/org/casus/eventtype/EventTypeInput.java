package org.casus.eventtype;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.casus.model.Slug;

/** An event type as the software ships it. */
public record EventTypeInput(
        Slug id,
        @NotBlank(message = "name is required") String name,
        Slug parent,
        @NotBlank(message = "definition is required") String definition,
        @Valid Mappings mappings) {
}
