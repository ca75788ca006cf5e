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
import org.casus.changes.ChangePage;
import org.casus.changes.Feed;
import org.casus.model.ResourceKind;
import org.casus.rest.Reading;
import org.casus.rest.Threads;
import org.casus.rest.Writing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** States, armies, services, people. */
@Path("/actors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actors", description = "States, armies, services, people")
public class ActorResource {

    private final Threads threads;
    private final Reading reading;
    private final Feed feed;
    private final Actors actors;
    private final Writing writing;

    ActorResource(Threads threads, Reading reading, Feed feed, Actors actors, Writing writing) {
        this.threads = threads;
        this.reading = reading;
        this.feed = feed;
        this.actors = actors;
        this.writing = writing;
    }

    @GET
    @NonBlocking
    @Produces(Reading.FORMATS)
    @Operation(operationId = "listActors", summary = "Actors that meet every filter, by name")
    public CompletionStage<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return threads.answer(() -> reading.list(ResourceKind.ACTOR, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/{id}")
    @Produces(Reading.FORMATS)
    @Operation(operationId = "getActor", summary = "An actor, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The actor", content = @Content(
            schema = @Schema(implementation = ActorView.class)))
    public CompletionStage<Response> get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return threads.answer(() -> reading.item(ResourceKind.ACTOR, id, uri, headers));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(operationId = "listActorRevisions", summary = "Every revision of an actor, oldest first")
    @APIResponse(responseCode = "200", description = "Its revisions, oldest first", content = @Content(
            schema = @Schema(implementation = ChangePage.class)))
    public ChangePage revisions(@PathParam("id") String id, @Context UriInfo uri) {
        return feed.of(ResourceKind.ACTOR, id, uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createActor", summary = "Create an actor, under its 'id' or one made for it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ActorInput.class)))
    @APIResponse(responseCode = "201", description = "The actor as created", content = @Content(
            schema = @Schema(implementation = ActorView.class)))
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writing.create(actors, body, uri, headers);
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
        return writing.put(actors, id, body, uri, headers);
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
        return writing.patch(actors, id, body, uri, headers);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteActor", summary = "Delete an actor; its past stays readable with asOf")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writing.delete(actors, id, uri, headers);
    }
}
