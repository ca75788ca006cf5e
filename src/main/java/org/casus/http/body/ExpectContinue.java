package org.casus.http.body;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Clients that ask whether to send their body (RFC 9110 section 10.1.1). */
final class ExpectContinue {

    private ExpectContinue() {
    }

    /** Tells a client that waits for it to go on. */
    static void meet(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT)) && !request.response().headWritten()) {
            request.response().writeContinue();
        }
    }
}
