package org.casus.source;

import jakarta.ws.rs.Path;
import org.casus.rest.ResourceEndpoints;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /sources}: publications, with their publisher and date. */
@Path("/sources")
@Tag(name = "Sources", description = "What was published, where and when")
public class SourceResource extends ResourceEndpoints {

    SourceResource(Sources sources) {
        super(sources);
    }
}
