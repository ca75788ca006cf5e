package org.casus.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.casus.http.QueryParameters;
import org.casus.rest.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource of the JSON-LD context, which defines the members of responses. It never changes; a new version gets a new path. */
@Path(Responses.CONTEXT)
@Tag(name = "About")
public class ContextResource {

    private final byte[] context;

    ContextResource() {
        try (InputStream file = ContextResource.class.getResourceAsStream(Responses.CONTEXT)) {
            context = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The context document, as the OpenAPI document describes it. */
    @Schema(name = "LinkedDataContext", description = "A JSON-LD 1.1 context", requiredProperties = "@context")
    record Document(@Schema(name = "@context", description = "Terms, and what they mean") Map<String, Object> context) {
    }

    @GET
    @Produces("application/ld+json")
    @Operation(operationId = "getContext", summary = "What the members of answers mean, as a JSON-LD context")
    @APIResponse(responseCode = "200", description = "The context", content = @Content(
            mediaType = "application/ld+json", schema = @Schema(implementation = Document.class)))
    public Response get(@Context UriInfo uri) {
        new QueryParameters(uri.getQueryParameters(), Set.of());
        return Response.ok(context).header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable").build();
    }
}
