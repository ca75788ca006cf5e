package org.casus.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.casus.http.PublicAddress;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource that explains each problem type: its meaning, and what a client can do about it. */
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "About", description = "The service about itself")
public class ProblemResource {

    /** A problem type with its explanation. */
    @Schema(name = "ProblemPage", requiredProperties = {"type", "title", "status", "meaning"})
    public record Page(String type, String title, int status, String meaning) {

        static Page of(ProblemType type, String path) {
            return new Page(type.uri(path), type.title(), type.status(), type.meaning());
        }
    }

    /** The list of all problem types. */
    @Schema(name = "ProblemPages", requiredProperties = "items")
    public record Pages(List<Page> items) {
    }

    private final PublicAddress address;

    ProblemResource(PublicAddress address) {
        this.address = address;
    }

    private Page page(ProblemType type) {
        return Page.of(type, address.path());
    }

    @GET
    @Operation(operationId = "listProblemTypes", summary = "All types of problems")
    @APIResponse(responseCode = "200", description = "All types of problems",
            content = @Content(schema = @Schema(implementation = Pages.class)))
    public Pages list(@Context UriInfo uri) {
        new QueryParameters(uri.getQueryParameters(), Set.of());
        return new Pages(Arrays.stream(ProblemType.values()).map(this::page).toList());
    }

    @GET
    @Path("/{slug}")
    @Operation(operationId = "getProblemType", summary = "What a type of problem means, and what to do about it")
    @APIResponse(responseCode = "200", description = "The type of problem",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Page get(@PathParam("slug") String slug, @Context UriInfo uri) {
        new QueryParameters(uri.getQueryParameters(), Set.of());
        return Arrays.stream(ProblemType.values()).filter(type -> type.slug().equals(slug)).findFirst().map(this::page)
                .orElseThrow(() -> Problem.notFound("there is no type of problem '" + CleanText.shown(slug)
                        + "'; GET /problems lists them"));
    }
}
