package org.casus.place;

import jakarta.ws.rs.Path;
import org.casus.rest.ResourceEndpoints;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /places}: the locations of events. */
@Path("/places")
@Tag(name = "Places", description = "Where things happen")
public class PlaceResource extends ResourceEndpoints {

    PlaceResource(Places places) {
        super(places);
    }
}
