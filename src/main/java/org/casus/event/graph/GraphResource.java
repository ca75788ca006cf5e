package org.casus.event.graph;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.casus.http.EntityTags;
import org.casus.http.Limits;
import org.casus.http.QueryParameters;
import org.casus.http.Urls;
import org.casus.model.ResourceKind;
import org.casus.query.AsOf;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.ReadModel.Present;
import org.casus.readmodel.Revisions;
import org.casus.render.Format;
import org.casus.rest.EventLoopDispatch;
import org.casus.rest.QueryClass;
import org.casus.rest.QueryResolver;
import org.casus.rest.Reads;
import org.casus.rest.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /events/{id}/graph}: the neighbourhood of an event. */
@Path("/events")
@Tag(name = "Events")
public class GraphResource {

    private final EventLoopDispatch dispatch;
    private final QueryResolver resolver;
    private final ReadModel model;
    private final Revisions revisions;
    private final Responses responses;

    GraphResource(EventLoopDispatch dispatch, QueryResolver resolver, ReadModel model, Revisions revisions, Responses responses) {
        this.dispatch = dispatch;
        this.resolver = resolver;
        this.model = model;
        this.revisions = revisions;
        this.responses = responses;
    }

    @GET
    @NonBlocking
    @Path("/{id}/graph")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getEventGraph", summary = "What stands around an event, as nodes and edges",
            description = "Related events in both directions, participants, the place, sources, and statements made in"
                    + " the event or about it, up to 'depth' edges away. A hop leads through events and statements,"
                    + " never through an actor, a place or a source. At most " + Limits.GRAPH_NODES + " nodes, and at"
                    + " most " + Limits.GRAPH_NEIGHBOURS + " for each kind of edge of each node; 'cut' says what was"
                    + " left out, and where it is.")
    @APIResponse(responseCode = "200", description = "The graph", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Graph.class)),
        @Content(mediaType = DotWriter.MEDIA_TYPE, schema = @Schema(implementation = String.class,
                description = "The graph in the language of Graphviz"),
                examples = @ExampleObject(name = "dot", value = """
                        digraph "moore-prague-speech" {
                          "event/moore-prague-speech" [label="Speech", shape="box"];
                        }
                        """))})
    public CompletionStage<Response> get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return dispatch.answer(() -> graph(id, uri, headers));
    }

    private Response graph(String id, UriInfo uri, HttpHeaders headers) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), Set.of("depth", "asOf", "f"));
        int depth = (int) parameters.number("depth", 1, Limits.GRAPH_DEPTH, 1);
        GraphFormat format = GraphFormat.chosen(parameters.text("f"), headers);
        OptionalLong asOf = resolver.resolve(parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now()));
        long revision = asOf.orElseGet(revisions::visible);
        Present event = Reads.present(
                model.find(ResourceKind.EVENT, id, OptionalLong.of(revision)), ResourceKind.EVENT, id, asOf);
        Map<String, String> links = links(id, uri, revision, format);
        String tag = EntityTags.ofList(revision, links.get("self"), format.word() + "." + Format.REPRESENTATION,
                headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        Optional<Response> known = responses.known(tag, links, headers);
        if (known.isPresent()) {
            return known.get();
        }
        EventLoopDispatch.query(QueryClass.COSTLY);
        Graph graph = new GraphTraversal(model, revision, responses.path(), asOf).around(event, depth, links);
        return format == GraphFormat.DOT
                ? responses.ok(DotWriter.of(graph), MediaType.valueOf(DotWriter.MEDIA_TYPE + ";charset=utf-8"), tag, links, headers)
                : responses.ok(graph, MediaType.APPLICATION_JSON_TYPE, tag, links, headers);
    }

    private Map<String, String> links(String id, UriInfo uri, long revision, GraphFormat format) {
        String path = responses.path(ResourceKind.EVENT) + "/" + id + "/graph";
        Map<String, List<String>> parameters = new TreeMap<>(uri.getQueryParameters());
        // the permalink names the format, so that it does not depend on the Accept header of a later request
        parameters.put("f", List.of(format.word()));
        Map<String, String> links = responses.links(path, parameters, revision);
        links.put("self", Urls.of(path, uri.getQueryParameters()));
        parameters.put("f", List.of((format == GraphFormat.DOT ? GraphFormat.JSON : GraphFormat.DOT).word()));
        links.put("alternate", Urls.of(path, parameters));
        return links;
    }
}
