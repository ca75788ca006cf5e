package org.casus.http.body;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Handles {@code Expect: 100-continue}, with which clients ask whether to send their body (RFC 9110 section 10.1.1). */
final class ExpectContinue {

    private ExpectContinue() {
    }

    /** Sends the interim response 100 if the client waits for it. */
    static void meet(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT)) && !request.response().headWritten()) {
            request.response().writeContinue();
        }
    }
}
