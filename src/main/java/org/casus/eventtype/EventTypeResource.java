package org.casus.eventtype;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.casus.changes.ChangeFeed;
import org.casus.changes.ChangePage;
import org.casus.model.ResourceKind;
import org.casus.rest.EventLoopDispatch;
import org.casus.rest.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /event-types}: a tree of the kinds of events, with the codes of other taxonomies. Read-only. */
@Path("/event-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Event types", description = "What can happen, as a tree, with the codes of other taxonomies")
public class EventTypeResource {

    private final EventLoopDispatch eventLoopDispatch;
    private final Reads reads;
    private final ChangeFeed changeFeed;

    EventTypeResource(EventLoopDispatch eventLoopDispatch, Reads reads, ChangeFeed changeFeed) {
        this.eventLoopDispatch = eventLoopDispatch;
        this.reads = reads;
        this.changeFeed = changeFeed;
    }

    @GET
    @NonBlocking
    @Produces(Reads.FORMATS)
    @Operation(operationId = "listEventTypes", summary = "Event types that meet every filter, by name")
    public CompletionStage<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.list(ResourceKind.EVENT_TYPE, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/{id}")
    @Produces(Reads.FORMATS)
    @Operation(operationId = "getEventType", summary = "An event type, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The event type", content = @Content(
            schema = @Schema(implementation = EventTypeView.class)))
    public CompletionStage<Response> get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.item(ResourceKind.EVENT_TYPE, id, uri, headers));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(operationId = "listEventTypeRevisions", summary = "Every revision of an event type, oldest first")
    @APIResponse(responseCode = "200", description = "Its revisions, oldest first", content = @Content(
            schema = @Schema(implementation = ChangePage.class)))
    public ChangePage revisions(@PathParam("id") String id, @Context UriInfo uri) {
        return changeFeed.of(ResourceKind.EVENT_TYPE, id, uri);
    }
}
