package org.casus.dataset;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.casus.changes.ChangeFeed;
import org.casus.changes.ChangePage;
import org.casus.http.QueryParameters;
import org.casus.ledger.DatasetRelease;
import org.casus.model.ResourceKind;
import org.casus.rest.EventLoopDispatch;
import org.casus.rest.Reads;
import org.casus.rest.Responses;
import org.casus.rest.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /datasets}: collections of events, with licence and citation, and their releases. */
@Path("/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets", description = "Collections of events, with licence and citation")
public class DatasetResource {

    private final EventLoopDispatch eventLoopDispatch;
    private final Reads reads;
    private final ChangeFeed changeFeed;
    private final Datasets datasets;
    private final Writes writes;
    private final Responses responses;

    DatasetResource(EventLoopDispatch eventLoopDispatch, Reads reads, ChangeFeed changeFeed, Datasets datasets, Writes writes,
            Responses responses) {
        this.eventLoopDispatch = eventLoopDispatch;
        this.reads = reads;
        this.changeFeed = changeFeed;
        this.datasets = datasets;
        this.writes = writes;
        this.responses = responses;
    }

    @GET
    @NonBlocking
    @Produces(Reads.FORMATS)
    @Operation(operationId = "listDatasets", summary = "Datasets, by title")
    public CompletionStage<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.list(ResourceKind.DATASET, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/{id}")
    @Produces(Reads.FORMATS)
    @Operation(operationId = "getDataset", summary = "A dataset, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The dataset", content = @Content(
            schema = @Schema(implementation = DatasetView.class)))
    public CompletionStage<Response> get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.item(ResourceKind.DATASET, id, uri, headers));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(operationId = "listDatasetRevisions", summary = "Every revision of a dataset, oldest first")
    @APIResponse(responseCode = "200", description = "Its revisions, oldest first", content = @Content(
            schema = @Schema(implementation = ChangePage.class)))
    public ChangePage revisions(@PathParam("id") String id, @Context UriInfo uri) {
        return changeFeed.of(ResourceKind.DATASET, id, uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createDataset", summary = "Create a dataset, under its 'id' or one made for it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DatasetInput.class)))
    @APIResponse(responseCode = "201", description = "The dataset as created", content = @Content(
            schema = @Schema(implementation = DatasetView.class)))
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.create(datasets, body, uri, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putDataset", summary = "Create or replace a dataset under an id of your choice")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DatasetInput.class)))
    @APIResponse(responseCode = "200", description = "The dataset as replaced, or as it was if nothing differs", content = @Content(
            schema = @Schema(implementation = DatasetView.class)))
    @APIResponse(responseCode = "201", description = "The dataset as created", content = @Content(
            schema = @Schema(implementation = DatasetView.class)))
    public Response put(@PathParam("id") String id, InputStream body, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return writes.put(datasets, id, body, uri, headers);
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Operation(operationId = "patchDataset", summary = "Change members of a dataset",
            description = "A JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole")
    @APIResponse(responseCode = "200", description = "The dataset as changed", content = @Content(
            schema = @Schema(implementation = DatasetView.class)))
    public Response patch(@PathParam("id") String id, InputStream body, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return writes.patch(datasets, id, body, uri, headers);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteDataset", summary = "Delete a dataset; its past stays readable with asOf")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.delete(datasets, id, uri, headers);
    }

    /** The releases of a dataset, newest first. */
    @Schema(name = "ReleaseList", requiredProperties = "items")
    public record ReleaseList(List<ReleaseView> items) {
    }

    /** A release, and the revision at which it was completely loaded. */
    @Schema(name = "Release", requiredProperties = {"name", "revision", "loadedAt", "links"})
    public record ReleaseView(String name,
            @Schema(description = "The revision at which it had been loaded") long revision,
            Instant loadedAt, Map<String, String> links) {
    }

    @GET
    @Path("/{id}/releases")
    @Operation(operationId = "listReleases", summary = "Releases that were loaded, newest first",
            description = "asOf=ID@NAME asks anything as it was when that release had been loaded.")
    @APIResponse(responseCode = "200", description = "Releases that were loaded",
            content = @Content(schema = @Schema(implementation = ReleaseList.class)))
    public Response releases(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        new QueryParameters(uri.getQueryParameters(), Set.of());
        reads.item(ResourceKind.DATASET, id, uri, headers);
        return Response.ok(new ReleaseList(DatasetRelease.of(id).stream().map(datasetRelease -> new ReleaseView(
                datasetRelease.name, datasetRelease.revision, datasetRelease.loadedAt,
                Map.of("events", responses.path(ResourceKind.EVENT) + "?asOf=" + datasetRelease.revision + "&dataset=" + id))).toList()))
                .header("Cache-Control", "no-cache").build();
    }
}
