package org.casus.eventtype;

import jakarta.ws.rs.Path;
import org.casus.model.ResourceKind;
import org.casus.rest.ReadEndpoints;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /event-types}: a tree of the kinds of events, with the codes of other taxonomies. Read-only. */
@Path("/event-types")
@Tag(name = "Event types", description = "What can happen, as a tree, with the codes of other taxonomies")
public class EventTypeResource extends ReadEndpoints {

    EventTypeResource() {
        super(ResourceKind.EVENT_TYPE);
    }
}
