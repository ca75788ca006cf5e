package org.casus.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.http.problem.RouterProblems;

/**
 * Looks at how a request is framed before anything else does: what a proxy and this server could read differently is
 * refused, and a body that says it is too large is not read at all.
 */
@Singleton
class Framing {

    /** Before all other filters. */
    private static final int FIRST = 10_000;

    private final Limits limits;

    Framing(Limits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String transfer = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (transfer != null && !transfer.equalsIgnoreCase("chunked")) {
            RouterProblems.answer(context, new Problem(ProblemType.REFUSED, "the only Transfer-Encoding taken is chunked")
                    .with("Connection", "close"));
        } else if (length != null && !isWithin(length)) {
            RouterProblems.answer(context, Problem.tooLarge(limits.body()));
        } else {
            context.next();
        }
    }

    private boolean isWithin(String length) {
        return length.matches("[0-9]{1,18}") && Long.parseLong(length) <= limits.body();
    }
}
