package org.casus.imports;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.casus.http.EventStreamHeaders;
import org.casus.http.Limits;
import org.casus.http.PublicAddress;
import org.casus.http.QueryParameters;
import org.casus.http.body.Uploads;
import org.casus.http.json.JsonBodies;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.imports.format.ImportMode;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.Outcome;
import org.casus.security.SecurityLog;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The REST resource for imports: files of analysts that are loaded with a receipt for every row. Imports name their authors and
 * receipts show refused cells, so reading them needs a key as well. The role is also checked here, in case the HTTP security
 * policy ever misses a path.
 */
@Path("/imports")
@RolesAllowed("READER")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Files, loaded with a receipt for every row")
public class ImportResource {

    private final ImportService importService;
    private final ReceiptWriter receiptWriter;
    private final ImportProgress progress;
    private final Uploads uploads;
    private final PublicAddress address;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final SecurityLog log;

    ImportResource(ImportService importService, ReceiptWriter receiptWriter, ImportProgress progress, Uploads uploads,
            PublicAddress address, SecurityIdentity identity, Clock clock, SecurityLog log) {
        this.importService = importService;
        this.receiptWriter = receiptWriter;
        this.progress = progress;
        this.uploads = uploads;
        this.address = address;
        this.identity = identity;
        this.clock = clock;
        this.log = log;
    }

    /** A list of imports, newest first. */
    @Schema(name = "ImportList", requiredProperties = "items")
    public record ImportList(List<ImportView> items) {
    }

    @GET
    @Operation(operationId = "listImports", summary = "Imports, newest first")
    @Parameter(name = "dataset", description = "Only into this dataset", in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "limit", description = "Most imports", in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
    @APIResponse(responseCode = "200", description = "Imports, newest first",
            content = @Content(schema = @Schema(implementation = ImportList.class)))
    public Response list(@Context UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), Set.of("dataset", "limit"));
        int limit = (int) parameters.number("limit", 1, Limits.PAGE_MOST, Limits.PAGE);
        return uncached(Response.ok(new ImportList(
                importService.list(parameters.text("dataset"), limit).stream().map(this::view).toList())));
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "putImport", summary = "Load a file: curl -T FILE does this",
            description = "The same as POST, for clients that upload files with PUT.")
    @Parameter(name = "format", description = "The layout of the file; auto finds it out", in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, defaultValue = "auto"), example = "ucdp-ged")
    @Parameter(name = "dataset", description = "The id of the dataset that the rows become part of; the name of the format,"
            + " if absent; of casus-ndjson, of those events that name none themselves", in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING), example = "ucdp-ged")
    @Parameter(name = "release", description = "What the release is called; asOf=DATASET@RELEASE then means the end of this"
            + " import", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Za-z0-9._-]{1,100}$"),
            example = "25.1")
    @Parameter(name = "mode", description = "release: what the dataset has and the file does not is deleted; append: it stays."
            + " If absent, release for UCDP GED, and append for all others and for candidate releases and extracts with HXL tags that"
            + " name no release", in = ParameterIn.QUERY, schema = @Schema(implementation = ImportMode.class))
    @Parameter(name = "scope", description = "With mode release: the place that the file is the whole of",
            in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), example = "place:ukraine")
    @Parameter(name = "name", description = "What you call the file", in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, maxLength = 500))
    @Parameter(name = "Content-Digest", description = "SHA-256 of the body (RFC 9530), checked before anything is kept",
            in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            example = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "202", description = "The file is here and will be loaded",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response put(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers, @Context RoutingContext request) {
        return take(body, uri, headers, request);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "createImport", summary = "Load a file",
            description = "Plain, gzip or zip. The answer comes when the file is on disk; the import it names tells how far"
                    + " it is, and has a receipt for every row.")
    @Parameter(name = "format", description = "The layout of the file; auto finds it out", in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, defaultValue = "auto"), example = "ucdp-ged")
    @Parameter(name = "dataset", description = "The id of the dataset that the rows become part of; the name of the format,"
            + " if absent; of casus-ndjson, of those events that name none themselves", in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING), example = "ucdp-ged")
    @Parameter(name = "release", description = "What the release is called; asOf=DATASET@RELEASE then means the end of this"
            + " import", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Za-z0-9._-]{1,100}$"),
            example = "25.1")
    @Parameter(name = "mode", description = "release: what the dataset has and the file does not is deleted; append: it stays."
            + " If absent, release for UCDP GED, and append for all others and for candidate releases and extracts with HXL tags that"
            + " name no release", in = ParameterIn.QUERY, schema = @Schema(implementation = ImportMode.class))
    @Parameter(name = "scope", description = "With mode release: the place that the file is the whole of",
            in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), example = "place:ukraine")
    @Parameter(name = "name", description = "What you call the file", in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, maxLength = 500))
    @Parameter(name = "Content-Digest", description = "SHA-256 of the body (RFC 9530), checked before anything is kept",
            in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            example = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "202", description = "The file is here and will be loaded",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response post(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers, @Context RoutingContext request) {
        return take(body, uri, headers, request);
    }

    private Response take(InputStream body, UriInfo uri, HttpHeaders headers, RoutingContext request) {
        if (JsonBodies.mediaType(headers).filter(type -> type.getType().equalsIgnoreCase("multipart")).isPresent()) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "the body is the file itself, not a form that holds it: curl -T FILE,"
                    + " or in a page fetch(url, {method: 'PUT', body: file})");
        }
        ImportJob job = uploads.read(() -> importService.take(body, uri.getQueryParameters(),
                headers.getRequestHeader("Content-Digest"), identity.getPrincipal().getName()));
        log.info("import.taken", request, "id", job.id, "name", job.fileName, "dataset", job.dataset, "bytes", job.bytes);
        return uncached(Response.accepted(view(job)).header("Location", address.absolute(path() + "/" + job.id)));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getImport", summary = "How far an import is, and what became of its rows",
            description = "With Accept: text/event-stream the import is sent once a second, as events named import, until"
                    + " it has ended.")
    @APIResponse(responseCode = "200", description = "The import", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ImportView.class)),
        @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class))})
    public Response get(@PathParam("id") String id, @Context UriInfo uri) {
        checkParameters(uri);
        return uncached(Response.ok(view(importService.get(id))));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public void watch(@PathParam("id") String id, @Context UriInfo uri, @Context Sse sse, @Context SseEventSink sink,
            @Context HttpServerResponse response) {
        checkParameters(uri);
        ImportJob job = importService.get(id);
        EventStreamHeaders.begin(response);
        progress.open(job, viewer(), sse, sink);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "cancelImport", summary = "End an import with the rows in hand",
            description = "What was loaded until then stays. One that waits ends at once; one that has ended stays as it is.")
    @APIResponse(responseCode = "202", description = "The import, which will end",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response cancel(@PathParam("id") String id, @Context UriInfo uri, @Context RoutingContext request) {
        checkParameters(uri);
        ImportJob job = importService.cancel(id);
        log.info("import.cancelled", request, "id", job.id);
        return uncached(Response.accepted(view(job)));
    }

    @GET
    @Path("/{id}/receipts")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listReceipts", summary = "What became of each row, in the order of the file",
            description = "A page that takes long to find ends early, and may be empty: as long as links.next is there, there"
                    + " may be more.")
    @Parameter(name = "outcome", description = "Only these", in = ParameterIn.QUERY,
            schema = @Schema(implementation = Outcome.class))
    @Parameter(name = "f", description = "The format; it beats Accept. csv and ndjson give all receipts",
            in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, enumeration = {"json", "csv", "ndjson"}))
    @Parameter(name = "limit", description = "Most receipts on a page of JSON", in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
    @Parameter(name = "after", description = "How many receipts come before the page; links.next has it",
            in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @APIResponse(responseCode = "200", description = "Receipts", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReceiptWriter.Page.class)),
        @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
        @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class))})
    public Response receipts(@PathParam("id") String id, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return uncached(receiptWriter.answer(importService.get(id), path(), uri.getQueryParameters(),
                headers.getHeaderString(HttpHeaders.ACCEPT)));
    }

    private ImportView view(ImportJob job) {
        return viewer().apply(job);
    }

    /** Returns a function that makes views for the client of this request; it can also be used after the request has ended. */
    private Function<ImportJob, ImportView> viewer() {
        String path = path();
        return job -> ImportView.of(job, path, clock);
    }

    private String path() {
        return address.path() + "/imports";
    }

    private static void checkParameters(UriInfo uri) {
        new QueryParameters(uri.getQueryParameters(), Set.of());
    }

    private static Response uncached(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store").build();
    }
}
