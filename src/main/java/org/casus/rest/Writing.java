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
import org.casus.ledger.Recorded;
import org.casus.ledger.write.Archive;
import org.casus.ledger.write.Kind;
import org.casus.ledger.write.Written;
import org.casus.model.Slug;
import org.casus.model.View;
import org.casus.readmodel.ReadModel;
import org.casus.render.Format;
import org.casus.render.JsonAnswer;

/** Takes what clients send, and answers with what it became. A 2xx means that it is durable. */
@Singleton
public class Writing {

    private static final Set<String> PARAMETERS = Set.of("reason");

    private final Archive archive;
    private final Follower follower;
    private final ReadModel model;
    private final Answers answers;
    private final SecurityIdentity identity;
    private final Limits limits;

    Writing(Archive archive, Follower follower, ReadModel model, Answers answers, SecurityIdentity identity,
            Limits limits) {
        this.archive = archive;
        this.follower = follower;
        this.model = model;
        this.answers = answers;
        this.identity = identity;
        this.limits = limits;
    }

    public <E extends Recorded, I, V extends View> Response create(Kind<E, I, V> kind, InputStream body, UriInfo uri,
            HttpHeaders headers) {
        ObjectNode json = JsonBodies.object(body, headers, limits.body());
        return answer(kind, archive.create(kind, json, author(), reason(uri, false)), headers);
    }

    public <E extends Recorded, I, V extends View> Response put(Kind<E, I, V> kind, String id, InputStream body,
            UriInfo uri, HttpHeaders headers) {
        ObjectNode json = JsonBodies.object(body, headers, limits.body());
        String reason = reason(uri, false);
        return answer(kind, archive.put(kind, slug(id), json, precondition(headers), author(), reason), headers);
    }

    public <E extends Recorded, I, V extends View> Response patch(Kind<E, I, V> kind, String id, InputStream body,
            UriInfo uri, HttpHeaders headers) {
        ObjectNode json = JsonBodies.object(body, headers, limits.body());
        String reason = reason(uri, false);
        return answer(kind, archive.patch(kind, existing(kind, id), json, precondition(headers), author(), reason),
                headers);
    }

    /** Needs a reason, which its tombstone shows. */
    public <E extends Recorded, I, V extends View> Response delete(Kind<E, I, V> kind, String id, UriInfo uri,
            HttpHeaders headers) {
        String reason = reason(uri, true);
        return answer(kind, archive.delete(kind, existing(kind, id), precondition(headers), author(), reason), headers);
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

    private static Slug existing(Kind<?, ?, ?> kind, String id) {
        if (!Slug.isValid(id)) {
            throw Problem.notFound("there is no " + kind.name().token() + " of that id: " + Slug.objection(id));
        }
        return new Slug(id);
    }

    private <V extends View> Response answer(Kind<?, ?, V> kind, Written written, HttpHeaders headers) {
        follower.awaitWritten(written.revision());
        if (written instanceof Written.Created created) {
            String path = answers.path(kind.name()) + "/" + created.id();
            return shown(kind, created.view(), Response.status(Response.Status.CREATED), headers)
                    .header(HttpHeaders.LOCATION, answers.address(path)).build();
        }
        if (written instanceof Written.Updated updated) {
            return shown(kind, updated.view(), Response.ok(), headers).build();
        }
        if (written instanceof Written.Unchanged unchanged) {
            return shown(kind, unchanged.view(), Response.ok(), headers).build();
        }
        return Response.noContent().build();
    }

    /** The state as a GET would show it, whether or not the index has it yet. */
    private <V extends View> Response.ResponseBuilder shown(Kind<?, ?, V> kind, View view,
            Response.ResponseBuilder response, HttpHeaders headers) {
        JsonAnswer answer = new JsonAnswer(
                model.names(Math.max(view.revision(), model.revision())), answers.path(), OptionalLong.empty());
        byte[] json = answer.item(kind.project(kind.view().cast(view)).template());
        String tag = answers.tagOfItem(view.revision(), answer.newestName(), Format.JSON.tag(), headers);
        return answers.with(response, tag, Map.of()).type(MediaType.APPLICATION_JSON).entity(json);
    }
}
