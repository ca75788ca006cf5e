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
 * Where a request is answered. Most reads take microseconds and are answered by the thread that took them, since to
 * hand them to another costs more than to answer them. A read that turns out to wait begins anew on a thread that may,
 * and one that turns out to search begins anew when it is its turn on one of the few threads for queries: until then it
 * has done nothing.
 */
@Singleton
public class EventLoopDispatch {

    /** Set while a thread runs what can begin anew elsewhere. */
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

    /** Says that what follows may wait; does not return on a thread that has others to serve. */
    static void mayWait() {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            throw new Elsewhere(Optional.empty());
        }
    }

    /** Says that what follows is a query of a class; within {@link #answer} it returns only on a thread for queries. */
    public static void query(QueryClass queryClass) {
        if (ANSWERING.get() != null && Deadline.current().isEmpty()) {
            throw new Elsewhere(Optional.of(queryClass));
        }
    }

    /** Answers here if that can be, else elsewhere. */
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

    /** Not a failure but a change of threads, so it carries no trace. */
    private static final class Elsewhere extends RuntimeException {

        /** Empty for what only waits. */
        private final Optional<QueryClass> queryClass;

        Elsewhere(Optional<QueryClass> queryClass) {
            super("to be answered by another thread", null, false, false);
            this.queryClass = queryClass;
        }
    }
}
