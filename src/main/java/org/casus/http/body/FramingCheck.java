package org.casus.http.body;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.casus.http.Limits;
import org.casus.http.RouterProblems;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/**
 * Looks at how a request is framed before anything else does: what a proxy and this server could read differently is
 * refused, and a body that says it is too large is not read at all.
 */
@Singleton
class FramingCheck {

    /** Before all other filters. */
    private static final int FIRST = 10_000;
    private static final long GRACE_MILLIS = 200;

    private final Limits limits;
    private final Vertx vertx;
    private final Uploads uploads;

    FramingCheck(Limits limits, Vertx vertx, Uploads uploads) {
        this.uploads = uploads;
        this.limits = limits;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String transfer = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (request.version() == HttpVersion.HTTP_1_0) {
            // the compressor leaves answers to HTTP/1.0 as they are, and their tags must say the same
            request.headers().remove(HttpHeaders.ACCEPT_ENCODING);
        }
        if (transfer != null || length != null) {
            context.addEndHandler(ended -> stopReading(request));
        }
        if (transfer != null && !transfer.equalsIgnoreCase("chunked")) {
            RouterProblems.answer(context, new Problem(ProblemType.REFUSED, "the only Transfer-Encoding taken is chunked")
                    .with("Connection", "close"));
            stop(request);
        } else if (length != null && !isWithin(length) && !uploads.isUpload(request)) {
            RouterProblems.answer(context, Problem.tooLarge(limits.body()));
        } else if (request.uri().length() > Limits.URI) {
            RouterProblems.answer(context, new Problem(ProblemType.URI_TOO_LONG,
                    "a URL has at most " + Limits.URI + " characters"));
        } else {
            context.next();
        }
    }

    /**
     * Does not wait for the rest of a body when its response has been sent; the client gets a moment to read the response.
     * A body that was read whole may not count as ended until its reader lets go of it: the connection stays open for
     * the next request.
     */
    private void stopReading(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
            vertx.setTimer(GRACE_MILLIS, timer -> {
                if (!request.isEnded()) {
                    stop(request);
                }
            });
        }
    }

    private static void stop(HttpServerRequest request) {
        request.connection().close();
    }

    private boolean isWithin(String length) {
        return length.matches("[0-9]{1,18}") && Long.parseLong(length) <= limits.body();
    }
}
