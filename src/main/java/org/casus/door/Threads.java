package org.casus.door;

import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Where a request is answered. Most reads take microseconds and are answered by the thread that took them, since to
 * hand them to another costs more than to answer them. One that turns out to wait, or to search long, begins anew on a
 * thread that may: until then it has done nothing.
 */
@Singleton
public class Threads {

    private final Vertx vertx;

    Threads(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Says that what follows may take a while; does not return on a thread that has others to serve. */
    static void mayWait() {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            throw new Elsewhere();
        }
    }

    /** Answers here if that can be, else elsewhere. */
    public CompletionStage<Response> answer(Supplier<Response> reading) {
        try {
            return CompletableFuture.completedFuture(reading.get());
        } catch (Elsewhere e) {
            return vertx.executeBlocking(reading::get, false).toCompletionStage();
        }
    }

    /** Not a failure but a change of threads, so it carries no trace. */
    private static final class Elsewhere extends RuntimeException {
        Elsewhere() {
            super("to be answered by a thread that may wait", null, false, false);
        }
    }
}
