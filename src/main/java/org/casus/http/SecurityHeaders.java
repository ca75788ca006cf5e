package org.casus.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Adds headers to every response that keep browsers from doing anything with it except displaying it. A page that needs
 * more permissions sets its own policy.
 */
@Singleton
public final class SecurityHeaders {

    public static final String POLICY = "Content-Security-Policy";

    /** The headers by their names. */
    public static final Map<String, String> ALL = Map.of(POLICY, "default-src 'none'; frame-ancestors 'none'",
            "X-Frame-Options", "DENY", "X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer");

    /** The filter runs before all others, because their error responses need the headers too. */
    private static final int FIRST = 20_000;

    void register(@Observes Filters filters) {
        filters.register(context -> {
            addTo(context.response());
            context.next();
        }, FIRST);
    }

    /** Adds the headers. Callers need it only if they refuse a request before any filter runs. */
    public static void addTo(HttpServerResponse response) {
        ALL.forEach(response::putHeader);
    }
}
