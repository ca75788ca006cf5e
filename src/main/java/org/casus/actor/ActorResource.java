package org.casus.actor;

import jakarta.ws.rs.Path;
import org.casus.rest.ResourceEndpoints;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /actors}: states, armies, services and people. */
@Path("/actors")
@Tag(name = "Actors", description = "States, armies, services, people")
public class ActorResource extends ResourceEndpoints {

    ActorResource(Actors actors) {
        super(actors);
    }
}
