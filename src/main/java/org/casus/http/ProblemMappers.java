package org.casus.http;

import io.quarkus.logging.Log;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.casus.http.problem.AllowedMethods;
import org.casus.http.problem.DatabaseUnavailability;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemBody;
import org.casus.http.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps every exception that a resource throws to a problem response. */
public class ProblemMappers {

    private final AllowedMethods methods;
    private final PublicAddress address;

    ProblemMappers(AllowedMethods methods, PublicAddress address) {
        this.methods = methods;
        this.address = address;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answer(problem);
    }

    /** Maps failures that the framework detects, such as an unknown path, method, format or media type. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException e, UriInfo uri) {
        String path = uri.getPath();
        return switch (e.getResponse().getStatus()) {
            case 404 -> answer(Problem.notFound("nothing has the path " + shown(path) + "; GET / links to what there is"));
            case 405 -> {
                String allowed = String.join(", ", methods.of(path));
                yield answer(new Problem(ProblemType.METHOD_NOT_ALLOWED, "this path takes " + allowed)
                        .with(HttpHeaders.ALLOW, allowed));
            }
            case 406 -> answer(new Problem(ProblemType.NOT_ACCEPTABLE, "this path has nothing that Accept asks for, or Accept"
                    + " cannot be read; without it, and with */*, the answer is application/json"));
            case 413 -> answer(new Problem(ProblemType.PAYLOAD_TOO_LARGE, "the body is too large")
                    .with("Connection", "close"));
            case 414 -> answer(new Problem(ProblemType.URI_TOO_LONG, "the URL is too long"));
            case 415 -> answer(unsupported(path));
            case 400 -> answer(new Problem(ProblemType.REFUSED, "the request cannot be read"));
            default -> unexpected(e);
        };
    }

    private Problem unsupported(String path) {
        Problem problem = new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "send Content-Type: application/json, or " + AllowedMethods.PATCHES + " with PATCH");
        return methods.of(path).contains(HttpMethod.PATCH)
                ? problem.with(AllowedMethods.ACCEPT_PATCH, AllowedMethods.PATCHES) : problem;
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return answer(new Problem(ProblemType.UNAUTHORIZED, "this needs a key: send 'Authorization: Bearer casus_…'")
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"casus\""));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return answer(new Problem(ProblemType.FORBIDDEN, "the key's role does not allow this"));
    }

    @ServerExceptionMapper
    public Response anythingElse(Throwable e) {
        return DatabaseUnavailability.isCauseOf(e) ? away(e) : unexpected(e);
    }

    private Response away(Throwable e) {
        Log.warnf("The database could not be used: %s", e.getMessage());
        return answer(DatabaseUnavailability.problem());
    }

    private Response unexpected(Throwable e) {
        ProblemBody body = ProblemBody.logged(e, address.path());
        return Response.status(body.status()).type(ProblemBody.MEDIA_TYPE).entity(body.bytes()).build();
    }

    private Response answer(Problem problem) {
        return response(problem).entity(ProblemBody.bytes(problem, address.path())).build();
    }

    private static Response.ResponseBuilder response(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(ProblemBody.MEDIA_TYPE);
        problem.headers().forEach(response::header);
        return response;
    }

    private static String shown(String path) {
        return path.length() > 200 ? path.substring(0, 200) + "…" : path;
    }
}
