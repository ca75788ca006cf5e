package org.casus.event;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.casus.rest.ClusterReads;
import org.casus.rest.CountReads;
import org.casus.rest.ResourceEndpoints;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /events}: who did what to whom, where and when; with counts and clusters of events. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "Who did what to whom, where and when")
public class EventResource extends ResourceEndpoints {

    private final CountReads countReads;
    private final ClusterReads clusterReads;

    EventResource(Events events, CountReads countReads, ClusterReads clusterReads) {
        super(events);
        this.countReads = countReads;
        this.clusterReads = clusterReads;
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
        return dispatch.answer(() -> countReads.counts(uri, headers));
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
        return dispatch.answer(() -> clusterReads.clusters(uri, headers));
    }
}
