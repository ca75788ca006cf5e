package org.casus.event;

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
import org.casus.rest.ClusterReads;
import org.casus.rest.CountReads;
import org.casus.rest.EventLoopDispatch;
import org.casus.rest.Reads;
import org.casus.rest.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /events}: who did what to whom, where and when; with counts and clusters of events. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "Who did what to whom, where and when")
public class EventResource {

    private final EventLoopDispatch eventLoopDispatch;
    private final Reads reads;
    private final CountReads countReads;
    private final ClusterReads clusterReads;
    private final ChangeFeed changeFeed;
    private final Events events;
    private final Writes writes;

    EventResource(EventLoopDispatch eventLoopDispatch, Reads reads, CountReads countReads, ClusterReads clusterReads, ChangeFeed changeFeed, Events events,
            Writes writes) {
        this.eventLoopDispatch = eventLoopDispatch;
        this.reads = reads;
        this.countReads = countReads;
        this.clusterReads = clusterReads;
        this.changeFeed = changeFeed;
        this.events = events;
        this.writes = writes;
    }

    @GET
    @NonBlocking
    @Produces(Reads.FORMATS)
    @Operation(operationId = "listEvents", summary = "Events that meet every filter, newest first")
    public CompletionStage<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.list(ResourceKind.EVENT, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/counts")
    @Operation(operationId = "countEvents", summary = "How many events there are of what, and when",
            description = "Counts the events that meet every filter by up to three dimensions, exactly. The list behind a"
                    + " row's 'events' has as many events as the row counts.")
    @APIResponse(responseCode = "200", description = "The counts, by time, then the highest first", content = @Content(
            schema = @Schema(ref = "Counts")))
    public CompletionStage<Response> counts(@Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> countReads.counts(uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/clusters")
    @Operation(operationId = "clusterEvents", summary = "Where events are, for a map",
            description = "The events that meet every filter and have a point, by the cells of a world grid that is the same"
                    + " for ever: at zoom z there are 2^(z+2) columns from west to east and 2^(z+1) rows from south to north. A"
                    + " cell holds its western and its southern border. A cell of one event shows the event.")
    @APIResponse(responseCode = "200", description = "The cells in which there are events, those with most first",
            content = @Content(schema = @Schema(ref = "Clusters")))
    public CompletionStage<Response> clusters(@Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> clusterReads.clusters(uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/{id}")
    @Produces(Reads.FORMATS)
    @Operation(operationId = "getEvent", summary = "An event, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The event", content = @Content(
            schema = @Schema(implementation = EventView.class)))
    public CompletionStage<Response> get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.item(ResourceKind.EVENT, id, uri, headers));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(operationId = "listEventRevisions", summary = "Every revision of an event, oldest first")
    @APIResponse(responseCode = "200", description = "Its revisions, oldest first", content = @Content(
            schema = @Schema(implementation = ChangePage.class)))
    public ChangePage revisions(@PathParam("id") String id, @Context UriInfo uri) {
        return changeFeed.of(ResourceKind.EVENT, id, uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createEvent", summary = "Create an event, under its 'id' or one made for it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EventInput.class)))
    @APIResponse(responseCode = "201", description = "The event as created", content = @Content(
            schema = @Schema(implementation = EventView.class)))
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.create(events, body, uri, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putEvent", summary = "Create or replace an event under an id of your choice")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EventInput.class)))
    @APIResponse(responseCode = "200", description = "The event as replaced, or as it was if nothing differs", content = @Content(
            schema = @Schema(implementation = EventView.class)))
    @APIResponse(responseCode = "201", description = "The event as created", content = @Content(
            schema = @Schema(implementation = EventView.class)))
    public Response put(@PathParam("id") String id, InputStream body, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return writes.put(events, id, body, uri, headers);
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Operation(operationId = "patchEvent", summary = "Change members of an event",
            description = "A JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole")
    @APIResponse(responseCode = "200", description = "The event as changed", content = @Content(
            schema = @Schema(implementation = EventView.class)))
    public Response patch(@PathParam("id") String id, InputStream body, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return writes.patch(events, id, body, uri, headers);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteEvent", summary = "Delete an event; its past stays readable with asOf")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.delete(events, id, uri, headers);
    }
}
