package org.casus.changes;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.casus.http.EventStreamHeaders;
import org.casus.http.PublicAddress;
import org.casus.http.QueryParameters;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /changes}: the changes of all resources, in the order of their commits, without a gap. */
@Path("/changes")
@Tag(name = "Changes", description = "Every change of anything, in order, without a gap")
public class ChangesResource {

    private final ChangeFeed feed;
    private final ChangeStreams streams;
    private final PublicAddress address;

    ChangesResource(ChangeFeed feed, ChangeStreams streams, PublicAddress address) {
        this.feed = feed;
        this.streams = streams;
        this.address = address;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listChanges", summary = "Revisions after a number, oldest first; or a stream of them",
            description = "With Accept: text/event-stream the answer does not end: what is there is sent, then what"
                    + " comes, each with its revision as id; Last-Event-ID resumes after one.")
    @APIResponse(responseCode = "200", description = "Some revisions, oldest first", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
        @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class))})
    public ChangePage list(@Context UriInfo uri) {
        return feed.all(uri);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public void stream(@Context UriInfo uri, @Context Sse sse, @Context SseEventSink sink,
            @Context HttpServerResponse response, @HeaderParam("Last-Event-ID") String lastEventId) {
        ChangeFeed.Wanted wanted = feed.wanted(new QueryParameters(uri.getQueryParameters(), ChangeFeed.OF_STREAM));
        if (lastEventId != null && !lastEventId.matches("[0-9]{1,18}")) {
            throw Problem.header("Last-Event-ID", ErrorCode.PATTERN,
                    "Last-Event-ID is the number of the last revision received, for example 4711");
        }
        long after = lastEventId == null
                ? wanted.after()
                : feed.checkReached("Last-Event-ID", Long.parseLong(lastEventId));
        EventStreamHeaders.begin(response);
        streams.open(wanted.after(after, Long.MAX_VALUE), address.path(), sse, sink);
    }
}
