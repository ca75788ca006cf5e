package org.casus.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Releases the resources of a response when the exchange ends, even if it had ended before they were acquired. */
public final class ResponseEnd {

    private Runnable release = () -> { };
    private boolean ended;

    private ResponseEnd() {
    }

    /** Observes the end of an exchange. Must be called before resources are acquired for it. */
    public static ResponseEnd of(RoutingContext exchange) {
        ResponseEnd responseEnd = new ResponseEnd();
        exchange.addEndHandler(done -> responseEnd.end());
        HttpServerResponse response = exchange.response();
        // end handlers are not called for an exchange that ended before they were added
        if (response.closed() || response.ended()) {
            responseEnd.end();
        }
        return responseEnd;
    }

    private synchronized void end() {
        if (!ended) {
            ended = true;
            release.run();
        }
    }

    /**
     * Sets the action that releases the resources. It runs once, immediately if the exchange has already ended.
     *
     * @param what the action
     */
    public synchronized void release(Runnable what) {
        if (ended) {
            what.run();
        } else {
            release = what;
        }
    }
}
