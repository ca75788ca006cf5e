package org.casus.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.casus.http.Limits;
import org.casus.http.QueryParameters;
import org.casus.http.json.JsonBodies;
import org.casus.http.json.RecordBinder;
import org.casus.http.json.ValidationErrors;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST resource for API keys, for administrators only. It checks the role again in case a path is not covered by the policy. */
@Path("/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "Keys", description = "Who may write; for administrators")
public class KeyResource {

    /** The names reserved for the software itself and for the configured key. */
    private static final Set<String> RESERVED = Set.of("casus", "admin");

    private final ApiKeys apiKeys;
    private final RecordBinder recordBinder;
    private final Limits limits;
    private final SecurityLog log;

    KeyResource(ApiKeys apiKeys, Validator validator, Limits limits, SecurityLog log) {
        this.apiKeys = apiKeys;
        this.recordBinder = new RecordBinder(validator);
        this.limits = limits;
        this.log = log;
    }

    /** The request body that creates a key. */
    public record KeyInput(
            @NotBlank(message = "name is required; revisions show it as their author")
            @Size(max = 200, message = "name has at most 200 characters")
            @Schema(examples = "newsroom-import") String name,

            @NotNull(message = "role is required") KeyRole role) {
    }

    /** The representation of a key. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Key", requiredProperties = {"id", "name", "role", "createdAt"})
    public record KeyView(String id, String name, KeyRole role, Instant createdAt,
            @Schema(description = "The key itself; shown in the answer that makes it, and never again") String key) {

        static KeyView of(ApiKey key, String text) {
            return new KeyView(key.id, key.name, key.role, key.createdAt, text);
        }
    }

    /** The list of all keys in force. */
    @Schema(requiredProperties = "items")
    public record KeyList(List<KeyView> items) {
    }

    @GET
    @Operation(operationId = "listKeys", summary = "All keys in force, without their texts")
    @APIResponse(responseCode = "200", description = "All keys in force",
            content = @Content(schema = @Schema(implementation = KeyList.class)))
    public Response list(@Context UriInfo uri) {
        checkParameters(uri);
        return uncached(Response.ok(new KeyList(apiKeys.list().stream().map(key -> KeyView.of(key, null)).toList())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createKey", summary = "Make a key; its text is in the answer and nowhere else")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KeyInput.class)))
    @APIResponse(responseCode = "201", description = "The key, with its text",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers, @Context RoutingContext request) {
        checkParameters(uri);
        ValidationErrors errors = new ValidationErrors();
        KeyInput input = recordBinder.bind(JsonBodies.object(body, headers, limits.body()), KeyInput.class, errors);
        errors.throwIfAny();
        String name = input.name().strip();
        ApiKeys.Made made = RESERVED.stream().anyMatch(name::equalsIgnoreCase) ? null : apiKeys.make(name, input.role()).orElse(null);
        if (made == null) {
            errors.add("/name", ErrorCode.TAKEN, "revisions name their author by it, and '" + name + "' is taken");
            errors.throwIfAny();
        }
        log.info("key.made", request, "id", made.key().id, "name", name, "role", input.role());
        return uncached(Response.status(Response.Status.CREATED)
                .entity(KeyView.of(made.key(), made.text())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteKey", summary = "Revoke a key, from now on")
    @APIResponse(responseCode = "204", description = "The key is revoked")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context RoutingContext request) {
        checkParameters(uri);
        if (!apiKeys.revoke(id)) {
            throw Problem.notFound("there is no key of that id in force; GET /keys lists them");
        }
        log.info("key.revoked", request, "id", id);
        return Response.noContent().build();
    }

    private static void checkParameters(UriInfo uri) {
        new QueryParameters(uri.getQueryParameters(), Set.of());
    }

    private static Response uncached(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store").build();
    }
}
