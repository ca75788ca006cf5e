package org.casus.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Releases what a response holds when the exchange ends, also where it had ended before anything was held. */
public final class ResponseEnd {

    private Runnable release = () -> { };
    private boolean ended;

    private ResponseEnd() {
    }

    /** Of an exchange, to be called before anything is held for it. */
    public static ResponseEnd of(RoutingContext exchange) {
        ResponseEnd responseEnd = new ResponseEnd();
        exchange.addEndHandler(done -> responseEnd.end());
        HttpServerResponse response = exchange.response();
        // who is gone already is not told of again
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

    /** @param what to be done once, now if the exchange has ended */
    public synchronized void release(Runnable what) {
        if (ended) {
            what.run();
        } else {
            release = what;
        }
    }
}
