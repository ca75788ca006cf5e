package org.casus.dataset;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.http.QueryParameters;
import org.casus.ledger.DatasetRelease;
import org.casus.model.ResourceKind;
import org.casus.rest.ResourceEndpoints;
import org.casus.rest.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /datasets}: collections of events, with licence and citation, and their releases. */
@Path("/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets", description = "Collections of events, with licence and citation")
public class DatasetResource extends ResourceEndpoints {

    private final Responses responses;

    DatasetResource(Datasets datasets, Responses responses) {
        super(datasets);
        this.responses = responses;
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
