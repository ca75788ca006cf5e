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
 * Checks the framing of a request before any other filter. It refuses framing that a proxy and this server could interpret
 * differently, and bodies whose declared length is too large, without reading them.
 */
@Singleton
class FramingCheck {

    /** The filter runs before those that read requests or check them. */
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
            // the compressor does not compress responses to HTTP/1.0, so their entity tags must have no suffix for gzip
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
     * Discards the rest of a body after the response has been sent, and closes the connection if the body does not end within
     * the grace period, in which the client can read the response. Resuming first matters for a body that was read in full
     * but whose reader left the request paused: it ends now, and the connection stays open for the next request.
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
