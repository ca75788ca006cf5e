package org.casus.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.casus.http.problem.AllowedMethods;
import org.casus.ledger.write.ResourceType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The endpoints with which a resource type is read and written. A subclass says the path and adds what only its type has. */
public abstract class ResourceEndpoints extends ReadEndpoints {

    private final ResourceType<?, ?, ?> type;
    @Inject
    Writes writes;

    protected ResourceEndpoints(ResourceType<?, ?, ?> type) {
        super(type.name());
        this.type = type;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "create{Type}", summary = "Create {a type}, under its 'id' or one made for it")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "{Type}Input")))
    @APIResponse(responseCode = "201", description = "The {type} as created", content = @Content(schema = @Schema(ref = "{Type}")))
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.create(type, body, uri, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "put{Type}", summary = "Create or replace {a type} under an id of your choice")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "{Type}Input")))
    @APIResponse(responseCode = "200", description = "The {type} as replaced, or as it was if nothing differs", content = @Content(
            schema = @Schema(ref = "{Type}")))
    @APIResponse(responseCode = "201", description = "The {type} as created", content = @Content(schema = @Schema(ref = "{Type}")))
    public Response put(@PathParam("id") String id, InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.put(type, id, body, uri, headers);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(AllowedMethods.PATCHES)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "patch{Type}", summary = "Change members of {a type}",
            description = "A JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole")
    @APIResponse(responseCode = "200", description = "The {type} as changed", content = @Content(schema = @Schema(ref = "{Type}")))
    public Response patch(@PathParam("id") String id, InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.patch(type, id, body, uri, headers);
    }

    @DELETE
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "delete{Type}", summary = "Delete {a type}; its past stays readable with asOf")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.delete(type, id, uri, headers);
    }
}
