package org.casus.place;

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

/** The HTTP resource {@code /places}: the locations of events. */
@Path("/places")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Places", description = "Where things happen")
public class PlaceResource {

    private final EventLoopDispatch eventLoopDispatch;
    private final Reads reads;
    private final ChangeFeed changeFeed;
    private final Places places;
    private final Writes writes;

    PlaceResource(EventLoopDispatch eventLoopDispatch, Reads reads, ChangeFeed changeFeed, Places places, Writes writes) {
        this.eventLoopDispatch = eventLoopDispatch;
        this.reads = reads;
        this.changeFeed = changeFeed;
        this.places = places;
        this.writes = writes;
    }

    @GET
    @NonBlocking
    @Produces(Reads.FORMATS)
    @Operation(operationId = "listPlaces", summary = "Places that meet every filter, by name")
    public CompletionStage<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.list(ResourceKind.PLACE, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/{id}")
    @Produces(Reads.FORMATS)
    @Operation(operationId = "getPlace", summary = "A place, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The place", content = @Content(
            schema = @Schema(implementation = PlaceView.class)))
    public CompletionStage<Response> get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.item(ResourceKind.PLACE, id, uri, headers));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(operationId = "listPlaceRevisions", summary = "Every revision of a place, oldest first")
    @APIResponse(responseCode = "200", description = "Its revisions, oldest first", content = @Content(
            schema = @Schema(implementation = ChangePage.class)))
    public ChangePage revisions(@PathParam("id") String id, @Context UriInfo uri) {
        return changeFeed.of(ResourceKind.PLACE, id, uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createPlace", summary = "Create a place, under its 'id' or one made for it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PlaceInput.class)))
    @APIResponse(responseCode = "201", description = "The place as created", content = @Content(
            schema = @Schema(implementation = PlaceView.class)))
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.create(places, body, uri, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putPlace", summary = "Create or replace a place under an id of your choice")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PlaceInput.class)))
    @APIResponse(responseCode = "200", description = "The place as replaced, or as it was if nothing differs", content = @Content(
            schema = @Schema(implementation = PlaceView.class)))
    @APIResponse(responseCode = "201", description = "The place as created", content = @Content(
            schema = @Schema(implementation = PlaceView.class)))
    public Response put(@PathParam("id") String id, InputStream body, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return writes.put(places, id, body, uri, headers);
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Operation(operationId = "patchPlace", summary = "Change members of a place",
            description = "A JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole")
    @APIResponse(responseCode = "200", description = "The place as changed", content = @Content(
            schema = @Schema(implementation = PlaceView.class)))
    public Response patch(@PathParam("id") String id, InputStream body, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return writes.patch(places, id, body, uri, headers);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deletePlace", summary = "Delete a place; its past stays readable with asOf")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.delete(places, id, uri, headers);
    }
}
