package org.casus.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.casus.http.Limits;
import org.casus.http.Precondition;
import org.casus.http.QueryParameters;
import org.casus.http.json.JsonBodies;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.ledger.Author;
import org.casus.ledger.Follower;
import org.casus.ledger.VersionedEntity;
import org.casus.ledger.write.ResourceType;
import org.casus.ledger.write.WriteResult;
import org.casus.ledger.write.WriteService;
import org.casus.model.Slug;
import org.casus.model.View;
import org.casus.readmodel.Projections;
import org.casus.readmodel.ReadModel;
import org.casus.render.Format;
import org.casus.render.JsonItemWriter;

/** Processes writes of clients and responds with the resulting state. A 2xx status means that the write is durable. */
@Singleton
public class Writes {

    private static final Set<String> PARAMETERS = Set.of("reason");

    private final WriteService writes;
    private final Follower follower;
    private final ReadModel model;
    private final Projections projections;
    private final Responses responses;
    private final SecurityIdentity identity;
    private final Limits limits;

    Writes(WriteService writes, Follower follower, ReadModel model, Projections projections, Responses responses,
            SecurityIdentity identity, Limits limits) {
        this.writes = writes;
        this.follower = follower;
        this.model = model;
        this.projections = projections;
        this.responses = responses;
        this.identity = identity;
        this.limits = limits;
    }

    public <E extends VersionedEntity, I, V extends View> Response create(ResourceType<E, I, V> type, InputStream body, UriInfo uri,
            HttpHeaders headers) {
        ObjectNode json = JsonBodies.object(body, headers, limits.body());
        return answer(type, writes.create(type, json, author(), reason(uri, false)), headers);
    }

    public <E extends VersionedEntity, I, V extends View> Response put(ResourceType<E, I, V> type, String id, InputStream body,
            UriInfo uri, HttpHeaders headers) {
        ObjectNode json = JsonBodies.object(body, headers, limits.body());
        String reason = reason(uri, false);
        return answer(type, writes.put(type, slug(id), json, precondition(headers), author(), reason), headers);
    }

    public <E extends VersionedEntity, I, V extends View> Response patch(ResourceType<E, I, V> type, String id, InputStream body,
            UriInfo uri, HttpHeaders headers) {
        ObjectNode json = JsonBodies.object(body, headers, limits.body());
        String reason = reason(uri, false);
        return answer(type, writes.patch(type, existing(type, id), json, precondition(headers), author(), reason),
                headers);
    }

    /** Deletes a resource. The request must give a reason, which the tombstone shows. */
    public <E extends VersionedEntity, I, V extends View> Response delete(ResourceType<E, I, V> type, String id, UriInfo uri,
            HttpHeaders headers) {
        String reason = reason(uri, true);
        return answer(type, writes.delete(type, existing(type, id), precondition(headers), author(), reason), headers);
    }

    private Author author() {
        return new Author(identity.getPrincipal().getName());
    }

    private static Precondition precondition(HttpHeaders headers) {
        return Precondition.of(headers.getHeaderString(HttpHeaders.IF_MATCH),
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    }

    private static String reason(UriInfo uri, boolean required) {
        String reason = new QueryParameters(uri.getQueryParameters(), PARAMETERS).text("reason").orElse(null);
        if (reason == null && required) {
            throw Problem.parameter("reason", ErrorCode.REQUIRED,
                    "say why, for those who find it gone: ?reason=duplicate%20of%20another%20event");
        }
        if (reason != null && reason.length() > Limits.REASON) {
            throw Problem.parameter("reason", ErrorCode.SIZE, "a reason has at most " + Limits.REASON + " characters");
        }
        return reason;
    }

    private static Slug slug(String id) {
        try {
            return new Slug(id);
        } catch (IllegalArgumentException e) {
            throw Problem.parameter("id", ErrorCode.PATTERN, e.getMessage());
        }
    }

    private static Slug existing(ResourceType<?, ?, ?> type, String id) {
        if (!Slug.isValid(id)) {
            throw Problem.notFound("there is no " + type.name().token() + " of that id: " + Slug.objection(id));
        }
        return new Slug(id);
    }

    private <V extends View> Response answer(ResourceType<?, ?, V> type, WriteResult result, HttpHeaders headers) {
        follower.awaitWritten(result.revision());
        if (result instanceof WriteResult.Created created) {
            String path = responses.path(type.name()) + "/" + created.id();
            return shown(type, created.view(), Response.status(Response.Status.CREATED), headers)
                    .header(HttpHeaders.LOCATION, responses.address(path)).build();
        }
        if (result instanceof WriteResult.Updated updated) {
            return shown(type, updated.view(), Response.ok(), headers).build();
        }
        if (result instanceof WriteResult.Unchanged unchanged) {
            return shown(type, unchanged.view(), Response.ok(), headers).build();
        }
        return Response.noContent().build();
    }

    /** Adds the state to a response as a GET would show it, whether or not the index has it yet. */
    private Response.ResponseBuilder shown(ResourceType<?, ?, ?> type, View view, Response.ResponseBuilder response,
            HttpHeaders headers) {
        JsonItemWriter answer = new JsonItemWriter(
                model.names(Math.max(view.revision(), model.revision())), responses.path(), OptionalLong.empty());
        byte[] json = answer.item(projections.project(type.name(), view).template());
        String tag = responses.tagOfItem(view.revision(), answer.newestName(), Format.JSON.tag(), headers);
        return responses.with(response, tag, Map.of()).type(MediaType.APPLICATION_JSON).entity(json);
    }
}
