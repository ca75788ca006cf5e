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
import org.casus.changes.ChangePage;
import org.casus.changes.Feed;
import org.casus.model.ResourceKind;
import org.casus.rest.Reading;
import org.casus.rest.Threads;
import org.casus.rest.Writing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who claims what, on whose authority. */
@Path("/statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements", description = "Who claims what, on whose authority")
public class StatementResource {

    private final Threads threads;
    private final Reading reading;
    private final Feed feed;
    private final Statements statements;
    private final Writing writing;

    StatementResource(Threads threads, Reading reading, Feed feed, Statements statements, Writing writing) {
        this.threads = threads;
        this.reading = reading;
        this.feed = feed;
        this.statements = statements;
        this.writing = writing;
    }

    @GET
    @NonBlocking
    @Produces(Reading.FORMATS)
    @Operation(operationId = "listStatements", summary = "Statements that meet every filter, newest first")
    public CompletionStage<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return threads.answer(() -> reading.list(ResourceKind.STATEMENT, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/{id}")
    @Produces(Reading.FORMATS)
    @Operation(operationId = "getStatement", summary = "A statement, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The statement", content = @Content(
            schema = @Schema(implementation = StatementView.class)))
    public CompletionStage<Response> get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return threads.answer(() -> reading.item(ResourceKind.STATEMENT, id, uri, headers));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(operationId = "listStatementRevisions", summary = "Every revision of a statement, oldest first")
    @APIResponse(responseCode = "200", description = "Its revisions, oldest first", content = @Content(
            schema = @Schema(implementation = ChangePage.class)))
    public ChangePage revisions(@PathParam("id") String id, @Context UriInfo uri) {
        return feed.of(ResourceKind.STATEMENT, id, uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createStatement", summary = "Create a statement, under its 'id' or one made for it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StatementInput.class)))
    @APIResponse(responseCode = "201", description = "The statement as created", content = @Content(
            schema = @Schema(implementation = StatementView.class)))
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writing.create(statements, body, uri, headers);
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
        return writing.put(statements, id, body, uri, headers);
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
        return writing.patch(statements, id, body, uri, headers);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteStatement", summary = "Delete a statement; its past stays readable with asOf")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writing.delete(statements, id, uri, headers);
    }
}
