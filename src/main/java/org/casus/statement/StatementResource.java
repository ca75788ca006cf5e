package org.casus.statement;

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
import java.util.concurrent.CompletionStage;
import org.casus.changes.ChangeFeed;
import org.casus.changes.ChangePage;
import org.casus.model.ResourceKind;
import org.casus.rest.EventLoopDispatch;
import org.casus.rest.Reads;
import org.casus.rest.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The HTTP resource {@code /statements}: claims by actors, and the sources that report them. */
@Path("/statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements", description = "Who claims what, on whose authority")
public class StatementResource {

    private final EventLoopDispatch eventLoopDispatch;
    private final Reads reads;
    private final ChangeFeed changeFeed;
    private final Statements statements;
    private final Writes writes;

    StatementResource(EventLoopDispatch eventLoopDispatch, Reads reads, ChangeFeed changeFeed, Statements statements, Writes writes) {
        this.eventLoopDispatch = eventLoopDispatch;
        this.reads = reads;
        this.changeFeed = changeFeed;
        this.statements = statements;
        this.writes = writes;
    }

    @GET
    @NonBlocking
    @Produces(Reads.FORMATS)
    @Operation(operationId = "listStatements", summary = "Statements that meet every filter, newest first")
    public CompletionStage<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.list(ResourceKind.STATEMENT, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/{id}")
    @Produces(Reads.FORMATS)
    @Operation(operationId = "getStatement", summary = "A statement, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The statement", content = @Content(
            schema = @Schema(implementation = StatementView.class)))
    public CompletionStage<Response> get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return eventLoopDispatch.answer(() -> reads.item(ResourceKind.STATEMENT, id, uri, headers));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(operationId = "listStatementRevisions", summary = "Every revision of a statement, oldest first")
    @APIResponse(responseCode = "200", description = "Its revisions, oldest first", content = @Content(
            schema = @Schema(implementation = ChangePage.class)))
    public ChangePage revisions(@PathParam("id") String id, @Context UriInfo uri) {
        return changeFeed.of(ResourceKind.STATEMENT, id, uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createStatement", summary = "Create a statement, under its 'id' or one made for it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StatementInput.class)))
    @APIResponse(responseCode = "201", description = "The statement as created", content = @Content(
            schema = @Schema(implementation = StatementView.class)))
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.create(statements, body, uri, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putStatement", summary = "Create or replace a statement under an id of your choice")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StatementInput.class)))
    @APIResponse(responseCode = "200", description = "The statement as replaced, or as it was if nothing differs", content = @Content(
            schema = @Schema(implementation = StatementView.class)))
    @APIResponse(responseCode = "201", description = "The statement as created", content = @Content(
            schema = @Schema(implementation = StatementView.class)))
    public Response put(@PathParam("id") String id, InputStream body, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return writes.put(statements, id, body, uri, headers);
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Operation(operationId = "patchStatement", summary = "Change members of a statement",
            description = "A JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole")
    @APIResponse(responseCode = "200", description = "The statement as changed", content = @Content(
            schema = @Schema(implementation = StatementView.class)))
    public Response patch(@PathParam("id") String id, InputStream body, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return writes.patch(statements, id, body, uri, headers);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteStatement", summary = "Delete a statement; its past stays readable with asOf")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.delete(statements, id, uri, headers);
    }
}
