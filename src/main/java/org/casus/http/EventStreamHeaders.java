package org.casus.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Sets the headers of responses that do not end (server-sent events). */
public final class EventStreamHeaders {

    private EventStreamHeaders() {
    }

    /** Keeps caches from storing the stream and proxies from buffering it. By default nginx waits until its buffer is full. */
    public static void begin(HttpServerResponse response) {
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.putHeader("X-Accel-Buffering", "no");
    }
}
