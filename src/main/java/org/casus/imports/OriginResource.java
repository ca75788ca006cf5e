package org.casus.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import org.casus.http.PublicAddress;
import org.casus.http.QueryParameters;
import org.casus.imports.job.ImportBlock;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.Origin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST resource for the origin of an event: the row of the file that it was last loaded from. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class OriginResource {

    private final ImportService importService;
    private final SecurityIdentity identity;
    private final PublicAddress address;

    OriginResource(ImportService importService, SecurityIdentity identity, PublicAddress address) {
        this.importService = importService;
        this.identity = identity;
        this.address = address;
    }

    /** The view of the row that an event was last loaded from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Origin", description = "The row of a file that an event was last made of",
            requiredProperties = {"event", "format", "line", "revision", "links"})
    public record OriginView(String event, String dataset, String release, String format,
            @Schema(description = "Where the row begins in the file, from 1") long line,
            @Schema(description = "The cells that Casus reads and that are not empty, by the names that the format gives their"
                    + " columns; absent where the file has no columns, and of files that an earlier version loaded",
                    examples = "{\"id\": \"1\", \"date_start\": \"2015-02-03\"}") Map<String, String> cells,
            @Schema(description = "The row as it stands in the file. Columns that Casus does not read may hold anything, so it is"
                    + " shown to editors; to everybody, where the format is casus-ndjson") String row,
            @Schema(description = "The revision that the row was made into") long revision,
            Map<String, String> links) {
    }

    @GET
    @Path("/{id}/origin")
    @Operation(operationId = "getEventOrigin", summary = "The row of a file that an event was last made of",
            description = "410 where the event was deleted. Editors are shown the whole row, others what Casus reads of it.")
    @APIResponse(responseCode = "200", description = "The row",
            content = @Content(schema = @Schema(implementation = OriginView.class)))
    public Response get(@PathParam("id") String id, @Context UriInfo uri) {
        new QueryParameters(uri.getQueryParameters(), Set.of());
        Origin origin = importService.origin(id);
        ImportJob job = ImportJob.findById(origin.importId);
        ImportBlock block = ImportBlock.findById(new ImportBlock.Key(origin.importId, origin.block));
        String row = block.raw().get(origin.rowIndex);
        boolean whole = job.hasKnownRows() || identity.hasRole("EDITOR");
        return Response.ok(new OriginView(id, origin.dataset, job.releaseName, job.format, origin.line,
                        job.recognised().map(columns -> columns.cells(row)).orElse(null), whole ? row : null, origin.revision,
                        Map.of("event", address.path() + "/events/" + id, "import", address.path() + "/imports/" + job.id)))
                .header("Cache-Control", "no-cache").build();
    }
}
