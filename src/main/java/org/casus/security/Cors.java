package org.casus.security;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.casus.http.VaryHeader;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells browsers which pages may read responses (the CORS protocol of the Fetch standard). Responses never allow credentials that
 * the browser stores, so a page can write only with a key that its user gave it.
 *
 * <p>The CORS filters of Quarkus and Vert.x reject cross-origin requests. Behind a proxy a server cannot always tell which origin is
 * its own, so this filter only omits the headers without which a browser withholds the response from the page.
 */
@Singleton
class Cors {

    /** Runs before every handler that may respond, so that pages can also read error responses. */
    private static final int FIRST = 10_001;
    /** Runs after {@code FramingCheck}. */
    private static final int PREFLIGHT = 9_000;
    private static final String METHODS = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";
    private static final String HEADERS = "Accept, Accept-Encoding, Authorization, Content-Digest, Content-Type, If-Match,"
            + " If-None-Match, Last-Event-ID";
    private static final String EXPOSED = "Accept-Patch, Allow, Content-Disposition, ETag, Link, Location, Repr-Digest,"
            + " Retry-After, Unencoded-Digest, WWW-Authenticate";
    private static final String KEPT_SECONDS = Long.toString(Duration.ofDays(1).toSeconds());

    private final AllowedOrigins allowedOrigins;
    private final boolean narrowed;
    private final Optional<String> formerly;

    Cors(CorsConfig config, AccessConfig access, @ConfigProperty(name = "quarkus.http.cors.origins") Optional<String> formerly) {
        AllowedOrigins given = AllowedOrigins.of(config.origins());
        this.allowedOrigins = access.reads() == AccessConfig.Reads.KEY ? given.withoutAny() : given;
        this.narrowed = given.any() && !allowedOrigins.any();
        this.formerly = formerly;
    }

    void warn(@Observes StartupEvent event) {
        if (narrowed) {
            Log.warn("casus.cors.origins is '*', but reads need a key (casus.reads=key): only pages of this machine are let in;"
                    + " name the origins of others, for example casus.cors.origins=https://map.example.org");
        }
        formerly.ifPresent(value -> Log.warnf("quarkus.http.cors.origins (%s) is not read any more; use casus.cors.origins", value));
    }

    void register(@Observes Filters filters) {
        filters.register(this::allow, FIRST);
        filters.register(this::answerPreflight, PREFLIGHT);
    }

    private void allow(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        HttpServerResponse response = context.response();
        context.addHeadersEndHandler(nothing -> vary(response.headers()));
        if (origin != null && allowedOrigins.allow(origin)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowedOrigins.any() ? "*" : origin);
            response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
        context.next();
    }

    private static void vary(MultiMap headers) {
        if (!headers.contains(HttpHeaders.VARY)) {
            headers.set(HttpHeaders.VARY, VaryHeader.ON);
        }
    }

    private void answerPreflight(RoutingContext context) {
        if (!isPreflight(context)) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.VARY, "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
        if (response.headers().contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
            response.headers().remove(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS);
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
            response.putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, KEPT_SECONDS);
        }
        response.setStatusCode(204).end();
    }

    private static boolean isPreflight(RoutingContext context) {
        return context.request().method() == HttpMethod.OPTIONS && context.request().headers().contains(HttpHeaders.ORIGIN)
                && context.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
