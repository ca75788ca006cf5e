package org.casus.http.body;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import org.casus.http.Limits;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/** A request body that is being received. It is used only on the event loop of its connection. */
final class IncomingBody {

    private static final long NO_TIMER = -1;

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final RequestBodyMemory.Share share;
    private final MinimumRate rate;
    private final int limit;
    private final Promise<Buffer> whole = Promise.promise();
    private final Buffer bytes = Buffer.buffer();
    private long last = System.nanoTime();
    /** The id of the current timer; 0 is a valid id. */
    private long timer = NO_TIMER;

    IncomingBody(HttpServerRequest request, Vertx vertx, RequestBodyMemory.Share share, Limits limits) {
        this.request = request;
        this.vertx = vertx;
        this.share = share;
        this.rate = new MinimumRate(limits.sending());
        this.limit = limits.body();
    }

    /** Reads the whole body; the future fails with the {@link Problem} to send. */
    Future<Buffer> read() {
        request.handler(this::add);
        request.endHandler(end -> finish(null));
        request.exceptionHandler(failure -> breakOff());
        // handlers are not notified of a connection that was closed before they were set
        if (request.response().closed()) {
            breakOff();
            return whole.future();
        }
        ExpectContinue.meet(request);
        watch();
        request.resume();
        return whole.future();
    }

    private void breakOff() {
        finish(new Problem(ProblemType.MALFORMED_JSON, "the body broke off"));
    }

    private void add(Buffer piece) {
        if (whole.future().isComplete()) {
            return;
        }
        lapse(piece.length());
        if (bytes.length() + piece.length() > limit) {
            finish(Problem.tooLarge(limit));
            return;
        }
        try {
            share.grow(piece.length());
            bytes.appendBuffer(piece);
        } catch (Problem full) {
            finish(full);
        }
    }

    private void lapse(int came) {
        long now = System.nanoTime();
        rate.record(now - last, came);
        last = now;
    }

    private void watch() {
        timer = vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(rate.left()) + 1, fired -> {
            lapse(0);
            if (rate.left() <= 0) {
                finish(rate.problem());
            } else {
                watch();
            }
        });
    }

    private void finish(Problem problem) {
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
        }
        if (problem == null) {
            whole.tryComplete(bytes);
        } else {
            whole.tryFail(problem);
        }
    }
}
