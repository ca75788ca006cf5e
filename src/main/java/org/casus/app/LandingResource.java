package org.casus.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.casus.http.Parameters;
import org.casus.query.Revisions;
import org.casus.vocabulary.ResourceKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The front door: links to everything. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "About")
public class LandingResource {

    private final Revisions revisions;
    private final String root;
    private final String version;

    LandingResource(Revisions revisions, @ConfigProperty(name = "quarkus.http.root-path") String root,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.revisions = revisions;
        this.root = root.replaceAll("/+$", "");
        this.version = version;
    }

    /** What the service is and where to go. */
    @Schema(name = "Landing", requiredProperties = {"title", "description", "version", "revision", "links"})
    public record Landing(
            @Schema(examples = "Casus") String title,
            String description,
            @Schema(description = "The version of the software") String version,
            @Schema(description = "The latest revision that reads see", minimum = "0") long revision,
            Map<String, String> links) {
    }

    @GET
    @Operation(operationId = "getLanding", summary = "Links to everything")
    @APIResponse(responseCode = "200", description = "What this is, and where to go",
            content = @Content(schema = @Schema(implementation = Landing.class)))
    public Response get(@Context UriInfo uri) {
        new Parameters(uri.getQueryParameters(), Set.of());
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", root + "/");
        for (ResourceKind kind : ResourceKind.values()) {
            links.put(kind.collection(), root + "/" + kind.collection());
        }
        links.put("counts", root + "/events/counts?by=rootType");
        links.put("clusters", root + "/events/clusters");
        links.put("changes", root + "/changes");
        links.put("context", root + "/contexts/v1.jsonld");
        links.put("openapi", root + "/openapi");
        links.put("docs", root + "/docs");
        links.put("problems", root + "/problems");
        Landing landing = new Landing("Casus", "Structured geopolitical events: who did what to whom, where and when, who says so,"
                + " and what the record said on any earlier day", version, revisions.visible(), links);
        return Response.ok(landing)
                .header("Link", "<" + root + "/openapi>; rel=\"service-desc\", <" + root + "/docs>; rel=\"service-doc\"")
                .build();
    }
}
