package org.casus.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Headers that keep browsers from doing anything with an answer but show it: every answer has them, whatever it is. A page
 * that needs more sets a policy of its own.
 */
@Singleton
public final class SecurityHeaders {

    public static final String POLICY = "Content-Security-Policy";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    /** Before all other filters, whose refusals need the headers too. */
    private static final int FIRST = 20_000;

    void register(@Observes Filters filters) {
        filters.register(context -> {
            addTo(context.response());
            context.next();
        }, FIRST);
    }

    /** Adds the headers. Only needed where a request is refused before any filter sees it. */
    public static void addTo(HttpServerResponse response) {
        response.putHeader(POLICY, NOTHING);
        response.putHeader("X-Frame-Options", "DENY");
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "no-referrer");
    }
}
