package org.casus.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Headers that keep browsers from doing anything with an answer but show it: every answer has them, whatever it is. A page
 * that needs more sets a policy of its own.
 */
@Singleton
public final class SecurityHeaders {

    public static final String POLICY = "Content-Security-Policy";

    /** The headers by their names. */
    public static final Map<String, String> ALL = Map.of(POLICY, "default-src 'none'; frame-ancestors 'none'",
            "X-Frame-Options", "DENY", "X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer");

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
        ALL.forEach(response::putHeader);
    }
}
