package org.casus.app;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.casus.http.LinkHeader;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.ogc.OgcLink;
import org.casus.ogc.PassThroughParameters;
import org.casus.query.AsOf;
import org.casus.readmodel.Revisions;
import org.casus.rest.EventLoopDispatch;
import org.casus.rest.QueryResolver;
import org.casus.rest.Responses;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The landing page of the service, with links to all its resources. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "About")
public class LandingResource {

    private static final String JSON = MediaType.APPLICATION_JSON;
    private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
    private static final String RELATED = "related";

    private final EventLoopDispatch dispatch;
    private final Revisions revisions;
    private final QueryResolver resolver;
    private final Responses responses;
    private final PassThroughParameters carried;
    private final String version;

    LandingResource(EventLoopDispatch dispatch, Revisions revisions, QueryResolver resolver, Responses responses,
            PassThroughParameters carried,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.dispatch = dispatch;
        this.revisions = revisions;
        this.resolver = resolver;
        this.responses = responses;
        this.carried = carried;
        this.version = version;
    }

    /** The content of the landing page. */
    @Schema(name = "Landing", requiredProperties = {"title", "description", "version", "revision", "links"})
    public record Landing(
            @Schema(examples = "Casus") String title,
            String description,
            @Schema(description = "The version of the software") String version,
            @Schema(description = "The revision that reads see, now or as of what was asked", minimum = "0") long revision,
            @Schema(description = "Where to go; what is related has its name in 'title'") List<OgcLink> links) {
    }

    @GET
    @NonBlocking
    @Operation(operationId = "getLanding", summary = "Links to everything")
    @APIResponse(responseCode = "200", description = "What this is, and where to go",
            content = @Content(schema = @Schema(implementation = Landing.class)))
    public CompletionStage<Response> get(@Context UriInfo uri) {
        return dispatch.answer(() -> landing(uri));
    }

    private Response landing(UriInfo uri) {
        Map<String, List<String>> given = PassThroughParameters.once(uri.getQueryParameters());
        QueryParameters parameters = PassThroughParameters.read(given);
        parameters.text("f").filter(word -> !word.equals("json")).ifPresent(word -> {
            throw Problem.parameter("f", ErrorCode.UNKNOWN_VALUE, "'" + CleanText.shown(word) + "' is no format here; f is json");
        });
        OptionalLong asOf = resolver.resolve(parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now()));
        carried.check(given, asOf);
        asOf.ifPresent(revision -> given.put("asOf", List.of(Long.toString(revision))));
        List<OgcLink> links = links(responses.home(uri), PassThroughParameters.queryString(given),
                asOf.isPresent() ? "asOf=" + asOf.getAsLong() : "");
        Landing landing = new Landing("Casus", "Structured geopolitical events: who did what to whom, where and when, who says so,"
                + " and what the record said on any earlier day", version, asOf.orElseGet(revisions::visible), links);
        Response.ResponseBuilder response = Response.ok(landing);
        LinkHeader.of(links.stream().filter(ogcLink -> !ogcLink.rel().equals(RELATED)).map(OgcLink::header).toList())
                .ifPresent(header -> response.header(HttpHeaders.LINK, header));
        return response.build();
    }

    /**
     * Returns the links that OGC API Features requires (17-069r4, requirement root-success), then all others with their names.
     *
     * @param carried the query string of the links for GIS clients
     * @param moment the parameter {@code asOf} with its value; empty if absent
     */
    private static List<OgcLink> links(String home, String carried, String moment) {
        String query = moment.isEmpty() ? "" : "?" + moment;
        List<OgcLink> links = new ArrayList<>();
        links.add(new OgcLink(home + "/" + carried, "self", JSON, "This document"));
        links.add(new OgcLink(home + "/openapi?f=json", "service-desc", OPENAPI, "The contract"));
        links.add(new OgcLink(home + "/docs", "service-doc", MediaType.TEXT_HTML, "The contract, to click through"));
        links.add(new OgcLink(home + "/conformance" + carried, "conformance", JSON, "Which classes of the OGC standards are kept"));
        links.add(new OgcLink(home + "/collections" + carried, "data", JSON, "Collections of features, for GIS"));
        for (ResourceKind kind : ResourceKind.values()) {
            links.add(new OgcLink(home + "/" + kind.collection() + query, RELATED, JSON, kind.collection()));
        }
        links.add(new OgcLink(home + "/events/counts?by=rootType" + (moment.isEmpty() ? "" : "&" + moment), RELATED, JSON, "counts"));
        links.add(new OgcLink(home + "/events/clusters" + query, RELATED, JSON, "clusters"));
        links.add(new OgcLink(home + "/changes", RELATED, JSON, "changes"));
        links.add(new OgcLink(home + "/contexts/v1.jsonld", RELATED, "application/ld+json", "context"));
        links.add(new OgcLink(home + "/problems", RELATED, JSON, "problems"));
        return links;
    }
}
