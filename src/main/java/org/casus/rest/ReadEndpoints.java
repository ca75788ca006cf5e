package org.casus.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.casus.changes.ChangeFeed;
import org.casus.changes.ChangePage;
import org.casus.model.ResourceKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The endpoints with which every resource type is read: its list, one resource, and the revisions of one. A subclass says the path.
 * The words in braces become those of the resource type when the OpenAPI document is built.
 */
public abstract class ReadEndpoints {

    private final ResourceKind kind;
    // injected into fields, so that subclasses do not have to pass them on
    @Inject
    protected EventLoopDispatch dispatch;
    @Inject
    protected Reads reads;
    @Inject
    ChangeFeed feed;

    protected ReadEndpoints(ResourceKind kind) {
        this.kind = kind;
    }

    @GET
    @NonBlocking
    @Produces(Reads.FORMATS)
    @Operation(operationId = "list{Types}", summary = "{The types} that meet every filter, {in order}")
    public CompletionStage<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return dispatch.answer(() -> reads.list(kind, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/{id}")
    @Produces(Reads.FORMATS)
    @Operation(operationId = "get{Type}", summary = "{A type}, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The {type}")
    public CompletionStage<Response> get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return dispatch.answer(() -> reads.item(kind, id, uri, headers));
    }

    @GET
    @Path("/{id}/revisions")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "list{Type}Revisions", summary = "Every revision of {a type}, oldest first")
    @APIResponse(responseCode = "200", description = "Its revisions, oldest first", content = @Content(
            schema = @Schema(implementation = ChangePage.class)))
    public ChangePage revisions(@PathParam("id") String id, @Context UriInfo uri) {
        return feed.of(kind, id, uri);
    }
}
