package org.casus.event;

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
import org.casus.door.Reading;
import org.casus.door.Writing;
import org.casus.ledger.feed.ChangePage;
import org.casus.ledger.feed.Feed;
import org.casus.vocabulary.ResourceKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what to whom, where and when. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "Who did what to whom, where and when")
public class EventResource {

    private final Reading reading;
    private final Feed feed;
    private final Events events;
    private final Writing writing;

    EventResource(Reading reading, Feed feed, Events events, Writing writing) {
        this.reading = reading;
        this.feed = feed;
        this.events = events;
        this.writing = writing;
    }

    @GET
    @Produces(Reading.FORMATS)
    @Operation(operationId = "listEvents", summary = "Events that meet every filter, newest first")
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return reading.list(ResourceKind.EVENT, uri, headers);
    }

    @GET
    @Path("/{id}")
    @Produces(Reading.FORMATS)
    @Operation(operationId = "getEvent", summary = "An event, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The event", content = @Content(
            schema = @Schema(implementation = EventView.class)))
    public Response get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return reading.item(ResourceKind.EVENT, id, uri, headers);
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(operationId = "listEventRevisions", summary = "Every revision of an event, oldest first")
    @APIResponse(responseCode = "200", description = "Its revisions, oldest first", content = @Content(
            schema = @Schema(implementation = ChangePage.class)))
    public ChangePage revisions(@PathParam("id") String id, @Context UriInfo uri) {
        return feed.of(ResourceKind.EVENT, id, uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createEvent", summary = "Create an event, under its 'id' or one made for it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EventInput.class)))
    @APIResponse(responseCode = "201", description = "The event as created", content = @Content(
            schema = @Schema(implementation = EventView.class)))
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writing.create(events, body, uri, headers);
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
        return writing.put(events, id, body, uri, headers);
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
        return writing.patch(events, id, body, uri, headers);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteEvent", summary = "Delete an event; its past stays readable with asOf")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writing.delete(events, id, uri, headers);
    }
}
