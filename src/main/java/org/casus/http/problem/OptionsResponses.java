package org.casus.http.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Responds to OPTIONS with the methods of the requested path; the framework would list all methods of the resource class. */
public class OptionsResponses {

    private final AllowedMethods methods;

    OptionsResponses(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public Response answer(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        Set<String> allowed = methods.of(request.getUriInfo().getPath());
        if (allowed.size() == 1) {
            throw Problem.notFound("nothing has this path; GET / links to what there is");
        }
        Response.ResponseBuilder response = Response.noContent().header(HttpHeaders.ALLOW, String.join(", ", allowed));
        if (allowed.contains(HttpMethod.PATCH)) {
            response.header(AllowedMethods.ACCEPT_PATCH, AllowedMethods.PATCHES);
        }
        return response.build();
    }
}
