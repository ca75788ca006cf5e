package org.casus.statement;

import jakarta.ws.rs.Path;
import org.casus.rest.ResourceEndpoints;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /statements}: claims by actors, and the sources that report them. */
@Path("/statements")
@Tag(name = "Statements", description = "Who claims what, on whose authority")
public class StatementResource extends ResourceEndpoints {

    StatementResource(Statements statements) {
        super(statements);
    }
}
