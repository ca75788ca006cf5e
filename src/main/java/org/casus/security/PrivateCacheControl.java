package org.casus.security;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Marks responses that depend on a key as private, so that no shared cache stores them. */
final class PrivateCacheControl {

    private static final String PRIVATE = "private";
    /** The directive of responses that are the same for every client, with or without a key. */
    private static final String PUBLIC = "public";

    private PrivateCacheControl() {
    }

    /** Marks the response to this request as private just before its headers are sent, unless it is public. */
    static void mark(RoutingContext context) {
        context.addHeadersEndHandler(nothing -> mark(context.response().headers()));
    }

    static void mark(MultiMap headers) {
        String said = headers.get(HttpHeaders.CACHE_CONTROL);
        if (said == null) {
            headers.set(HttpHeaders.CACHE_CONTROL, PRIVATE + ", no-cache");
        } else if (!said.contains(PRIVATE) && !said.contains(PUBLIC)) {
            headers.set(HttpHeaders.CACHE_CONTROL, PRIVATE + ", " + said);
        }
    }
}
