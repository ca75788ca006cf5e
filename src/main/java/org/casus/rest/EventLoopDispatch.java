package org.casus.rest;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.casus.http.Limits;
import org.casus.query.Deadline;

/**
 * Chooses the thread that processes a read. Most reads take microseconds and run on the event loop thread that received them,
 * because a handover to another thread costs more than the read. A read that turns out to block starts again on a worker
 * thread. A read that turns out to search starts again on one of the few query threads when it is its turn. Before it
 * starts again, it has had no effect.
 */
@Singleton
public class EventLoopDispatch {

    /** Set while the thread runs a read that can start again on another thread. */
    private static final ThreadLocal<Boolean> ANSWERING = new ThreadLocal<>();

    private final Vertx vertx;
    private final QueryExecutor queries;
    private final CurrentVertxRequest current;
    private final Limits limits;

    EventLoopDispatch(Vertx vertx, QueryExecutor queries, CurrentVertxRequest current, Limits limits) {
        this.vertx = vertx;
        this.queries = queries;
        this.current = current;
        this.limits = limits;
    }

    /** Declares that the code after this call may block. The call does not return on an event loop thread. */
    static void mayWait() {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            throw new Elsewhere(Optional.empty());
        }
    }

    /** Declares that a query of a class follows. Within {@link #answer}, the call returns only on a query thread. */
    public static void query(QueryClass queryClass) {
        if (ANSWERING.get() != null && Deadline.current().isEmpty()) {
            throw new Elsewhere(Optional.of(queryClass));
        }
    }

    /** Runs a read on this thread if possible, otherwise on a worker or query thread. */
    public CompletionStage<Response> answer(Supplier<Response> reading) {
        try {
            return CompletableFuture.completedFuture(here(reading));
        } catch (Elsewhere e) {
            return elsewhere(e, Deadline.in(limits.question()), reading).toCompletionStage();
        }
    }

    private Future<Response> elsewhere(Elsewhere where, Deadline deadline, Supplier<Response> reading) {
        return where.queryClass.isPresent()
                ? queries.submit(where.queryClass.get(), current.getCurrent(), deadline, reading)
                : vertx.executeBlocking(() -> here(reading), false).recover(failure -> failure instanceof Elsewhere further
                        ? elsewhere(further, deadline, reading) : Future.failedFuture(failure));
    }

    private static Response here(Supplier<Response> reading) {
        ANSWERING.set(true);
        try {
            return reading.get();
        } finally {
            ANSWERING.remove();
        }
    }

    /** Signals a change of threads. It is not a failure, so it has no stack trace. */
    private static final class Elsewhere extends RuntimeException {

        /** The class of the query; empty for a read that only blocks. */
        private final Optional<QueryClass> queryClass;

        Elsewhere(Optional<QueryClass> queryClass) {
            super("to be answered by another thread", null, false, false);
            this.queryClass = queryClass;
        }
    }
}
