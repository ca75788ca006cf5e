package org.casus.security;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Marks answers that depend on a key as private, so that no shared cache keeps them. */
final class PrivateCacheControl {

    private static final String PRIVATE = "private";
    /** Said of what is the same for everybody, with a key and without. */
    private static final String PUBLIC = "public";

    private PrivateCacheControl() {
    }

    /** The answer to this request, whatever it is going to be, is for one client alone. */
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
