package org.casus.actor;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.util.concurrent.CompletionStage;
import org.casus.changes.ChangeFeed;
import org.casus.changes.ChangePage;
import org.casus.model.ResourceKind;
import org.casus.rest.EventLoopDispatch;
import org.casus.rest.Reads;
import org.casus.rest.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /actors}: states, armies, services and people. */
@Path("/actors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actors", description = "States, armies, services, people")
public class ActorResource {

    private final EventLoopDispatch eventLoopDispatch;
    private final Reads reads;
    private final ChangeFeed changeFeed;
    private final Actors actors;
    private final Writes writes;

    ActorResource(EventLoopDispatch eventLoopDispatch, Reads reads, ChangeFeed changeFeed, Actors actors, Writes writes) {
        this.eventLoopDispatch = eventLoopDispatch;
        this.reads = reads;
        this.changeFeed = changeFeed;
        this.actors = actors;
        this.writes = writes;
    }

    @GET
    @NonBlocking
    @Produces(Reads.FORMATS)
    @Operation(operationId = "listActors", summary = "Actors that meet every filter, by name")
    public CompletionStage<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.list(ResourceKind.ACTOR, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/{id}")
    @Produces(Reads.FORMATS)
    @Operation(operationId = "getActor", summary = "An actor, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The actor", content = @Content(
            schema = @Schema(implementation = ActorView.class)))
    public CompletionStage<Response> get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.item(ResourceKind.ACTOR, id, uri, headers));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(operationId = "listActorRevisions", summary = "Every revision of an actor, oldest first")
    @APIResponse(responseCode = "200", description = "Its revisions, oldest first", content = @Content(
            schema = @Schema(implementation = ChangePage.class)))
    public ChangePage revisions(@PathParam("id") String id, @Context UriInfo uri) {
        return changeFeed.of(ResourceKind.ACTOR, id, uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createActor", summary = "Create an actor, under its 'id' or one made for it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ActorInput.class)))
    @APIResponse(responseCode = "201", description = "The actor as created", content = @Content(
            schema = @Schema(implementation = ActorView.class)))
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.create(actors, body, uri, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putActor", summary = "Create or replace an actor under an id of your choice")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ActorInput.class)))
    @APIResponse(responseCode = "200", description = "The actor as replaced, or as it was if nothing differs", content = @Content(
            schema = @Schema(implementation = ActorView.class)))
    @APIResponse(responseCode = "201", description = "The actor as created", content = @Content(
            schema = @Schema(implementation = ActorView.class)))
    public Response put(@PathParam("id") String id, InputStream body, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return writes.put(actors, id, body, uri, headers);
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Operation(operationId = "patchActor", summary = "Change members of an actor",
            description = "A JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole")
    @APIResponse(responseCode = "200", description = "The actor as changed", content = @Content(
            schema = @Schema(implementation = ActorView.class)))
    public Response patch(@PathParam("id") String id, InputStream body, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return writes.patch(actors, id, body, uri, headers);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteActor", summary = "Delete an actor; its past stays readable with asOf")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.delete(actors, id, uri, headers);
    }
}
