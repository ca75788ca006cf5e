package org.casus.rest;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.casus.http.Limits;
import org.casus.http.ResponseEnd;
import org.casus.http.problem.Problem;
import org.casus.query.Deadline;

/**
 * Runs queries on separate threads, a few of each class at a time, so that any number of queries leaves processor time for
 * reads that take microseconds and for writes. A query that cannot start in time, or finds the queue full, is rejected
 * without being run.
 */
@Singleton
public class QueryExecutor {

    private final Vertx vertx;
    private final WorkerExecutor threads;
    private final Map<QueryClass, QueryQueue<Query>> queues = new EnumMap<>(QueryClass.class);
    private final int capacity;

    QueryExecutor(Vertx vertx, Limits limits) {
        int slots = limits.queries().orElse(Runtime.getRuntime().availableProcessors());
        this.vertx = vertx;
        this.capacity = limits.queuedQueries();
        this.threads = vertx.createSharedWorkerExecutor("casus-query", slots * QueryClass.values().length);
        for (QueryClass queryClass : QueryClass.values()) {
            queues.put(queryClass, new QueryQueue<>(slots, capacity));
        }
    }

    /**
     * A waiting or running query.
     *
     * @param client the address of the client; clients take turns
     * @param context the Vert.x context of the request, to which the request scope is bound
     */
    private record Query(QueryQueue<Query> queue, String client, Deadline deadline, Supplier<Response> reading, Context context,
            Promise<Response> answer) {

        void refuse(Problem problem) {
            context.runOnContext(nothing -> answer.tryFail(problem));
        }

        /** Rejects the query if it is still waiting. */
        void drop() {
            if (queue.remove(client, this)) {
                refuse(deadline.overdue());
            }
        }
    }

    /** Runs a query when it is its turn. If the client disconnects first, the query is not started, or is stopped early. */
    Future<Response> submit(QueryClass queryClass, RoutingContext exchange, Deadline deadline, Supplier<Response> reading) {
        ResponseEnd responseEnd = ResponseEnd.of(exchange);
        Query query = query(queryClass, exchange.request().remoteAddress().hostAddress(), deadline, reading);
        responseEnd.release(() -> {
            deadline.cancel();
            query.drop();
        });
        return submit(query);
    }

    /** Runs a query for the client of the given name when it is its turn. */
    Future<Response> submit(QueryClass queryClass, String client, Deadline deadline, Supplier<Response> reading) {
        return submit(query(queryClass, client, deadline, reading));
    }

    /** Returns the number of waiting queries of a class. */
    int waiting(QueryClass queryClass) {
        return queues.get(queryClass).waiting();
    }

    private Query query(QueryClass queryClass, String client, Deadline deadline, Supplier<Response> reading) {
        return new Query(queues.get(queryClass), client, deadline, reading, vertx.getOrCreateContext(), Promise.promise());
    }

    private Future<Response> submit(Query query) {
        long timer = vertx.setTimer(Math.max(1, query.deadline.longestWait().toMillis()), passed -> query.drop());
        query.queue.add(query.client, query).ifPresent(left ->
                left.refuse(Deadline.crowded(capacity + " wait already")));
        startNext(query.queue);
        return query.answer.future().onComplete(answered -> vertx.cancelTimer(timer));
    }

    private void startNext(QueryQueue<Query> queue) {
        queue.start().ifPresent(query -> query.context.runOnContext(nothing ->
                threads.executeBlocking(() -> query.deadline.run(query.reading), false).onComplete(done -> {
                    queue.end();
                    startNext(queue);
                    query.answer.handle(done);
                })));
    }
}
