package org.casus.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Headers of answers that do not end (server-sent events). */
public final class EventStreamHeaders {

    private EventStreamHeaders() {
    }

    /** Keeps caches from storing the stream, and proxies from holding it back: nginx would until a buffer is full. */
    public static void begin(HttpServerResponse response) {
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.putHeader("X-Accel-Buffering", "no");
    }
}
