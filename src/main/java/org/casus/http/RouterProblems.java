package org.casus.http;

import io.quarkus.arc.Arc;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.casus.http.problem.DatabaseUnavailability;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemBody;
import org.casus.http.problem.ProblemType;

/** Sends problems for failures that occur in the router, before a resource is reached. */
@Singleton
public class RouterProblems {

    void handleFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            Throwable failure = context.failure();
            if (failure instanceof ForbiddenException) {
                answer(context, new Problem(ProblemType.FORBIDDEN, "the key's role does not allow this"));
            } else if (failure instanceof Problem problem) {
                answer(context, problem);
            } else if (failure != null && DatabaseUnavailability.isCauseOf(failure)) {
                answer(context, DatabaseUnavailability.problem());
            } else if (context.statusCode() == ProblemType.REFUSED.status() && !context.response().headWritten()) {
                answer(context, new Problem(ProblemType.REFUSED, "the URL or the Host cannot be read; in a URL two hexadecimal digits"
                        + " follow each '%', and a percent sign itself is written %25"));
            } else if (isFault(context)) {
                answer(context, ProblemBody.logged(failure, path(context)));
            } else {
                context.next();
            }
        });
    }

    /** Returns whether a route failed because of a bug. The framework itself handles authentication failures. */
    private static boolean isFault(RoutingContext context) {
        return context.failure() != null && !(context.failure() instanceof SecurityException)
                && context.statusCode() == ProblemType.INTERNAL.status() && !context.response().headWritten();
    }

    /** Ends the exchange with a problem. */
    public static void answer(RoutingContext context, Problem problem) {
        problem.headers().forEach(context.response()::putHeader);
        answer(context, ProblemBody.of(problem, null, path(context)));
    }

    private static void answer(RoutingContext context, ProblemBody body) {
        HttpServerResponse response = context.response();
        response.setStatusCode(body.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
        response.putHeader(HttpHeaders.VARY, VaryHeader.ON);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        SecurityHeaders.addTo(response);
        response.end(Buffer.buffer(body.bytes()));
    }

    /** Returns the public path of the service. It is looked up because callers of the static methods have no injected address. */
    private static String path(RoutingContext context) {
        return Arc.container().select(PublicAddress.class).get().path(context.request());
    }
}
