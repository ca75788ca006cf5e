package org.casus.security;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Tracks the requests with a key that are still in progress. Streams, exports and uploads may take long; when their key is revoked,
 * by any process, their connection is closed.
 */
@Singleton
class OpenRequests {

    private static final long CHECKED_EVERY_MILLIS = 5_000;
    /** Requests shorter than this are not worth a database query. */
    private static final long SHORT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ApiKeys apiKeys;
    private final Vertx vertx;
    private final SecurityLog log;
    private final Map<RoutingContext, Open> open = new ConcurrentHashMap<>();

    OpenRequests(ApiKeys apiKeys, Vertx vertx, SecurityLog log) {
        this.apiKeys = apiKeys;
        this.vertx = vertx;
        this.log = log;
    }

    private record Open(String key, long since) {
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(CHECKED_EVERY_MILLIS, timer -> check());
    }

    /** Tracks a request until its response has ended. */
    void add(String key, RoutingContext context) {
        open.put(context, new Open(key, System.nanoTime()));
        context.addEndHandler(ended -> open.remove(context));
    }

    private void check() {
        // the end handler is not called for a connection that was lost before the handler was added
        open.keySet().removeIf(context -> context.response().closed());
        Set<String> used = open.values().stream().filter(one -> System.nanoTime() - one.since() > SHORT_NANOS)
                .map(Open::key).collect(Collectors.toSet());
        if (!used.isEmpty()) {
            Callable<Set<String>> find = () -> apiKeys.revokedAmong(used);
            vertx.executeBlocking(find, false).onSuccess(this::close)
                    .onFailure(e -> Log.debugf(e, "Whether keys were revoked is looked up again later"));
        }
    }

    private void close(Set<String> revoked) {
        open.forEach((context, one) -> {
            if (revoked.contains(one.key())) {
                log.info("request.ended", context, "reason", "its key was revoked", "path", context.request().path());
                context.request().connection().close();
            }
        });
    }
}
