package org.casus.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.casus.http.Limits;
import org.casus.http.problem.Problem;
import org.casus.imports.job.ImportJob;
import org.casus.store.Transactions;

/** Sends the progress of imports to clients as server-sent events, once a second until the import has ended. */
@Singleton
class ImportProgress {

    private static final long EVERY_MILLIS = 1000;
    /** Seconds for which a client may leave an event unread before its connection is closed. */
    private static final int PATIENCE = 30;

    private final ObjectMapper mapper;
    private final int most;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService clock;

    ImportProgress(ObjectMapper mapper, Limits limits) {
        this.mapper = mapper;
        this.most = limits.streams();
    }

    /**
     * Starts to send the progress of an import to a client.
     *
     * @throws Problem 503 if too many clients watch already
     */
    synchronized void open(ImportJob job, Function<ImportJob, ImportView> view, Sse sse, SseEventSink sink) {
        if (watchers.size() >= most) {
            throw Problem.unavailable(most + " clients watch already; GET it without Accept: text/event-stream", 30);
        }
        Watcher watcher = new Watcher(job.id, view, sse, sink);
        // sent on the request's own thread: if it were sent later, the framework would send the response head as well
        watcher.tell(job);
        watchers.add(watcher);
        if (clock == null) {
            clock = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "casus-import-progress");
                thread.setDaemon(true);
                return thread;
            });
            clock.scheduleWithFixedDelay(this::tell, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        for (Watcher watcher : watchers) {
            try {
                watcher.tell(Transactions.read(() -> ImportJob.findById(watcher.id)));
            } catch (RuntimeException | Error e) {
                Log.debugf(e, "A watcher is let go");
                watcher.sink.close();
            }
        }
        watchers.removeIf(watcher -> watcher.sink.isClosed());
    }

    void end(@Observes ShutdownDelayInitiatedEvent event) {
        stop();
    }

    void end(@Observes ShutdownEvent event) {
        stop();
    }

    private synchronized void stop() {
        watchers.forEach(watcher -> watcher.sink.close());
        if (clock != null) {
            clock.shutdown();
        }
    }

    /** A client that watches an import. It is used by the request's thread first, then by the scheduler's thread. */
    private final class Watcher {

        private final long id;
        private final Function<ImportJob, ImportView> view;
        private final Sse sse;
        private final SseEventSink sink;
        private volatile CompletionStage<?> onItsWay;
        private volatile int waited;

        Watcher(long id, Function<ImportJob, ImportView> view, Sse sse, SseEventSink sink) {
            this.id = id;
            this.view = view;
            this.sse = sse;
            this.sink = sink;
        }

        void tell(ImportJob job) {
            if (onItsWay != null && !onItsWay.toCompletableFuture().isDone()) {
                if (++waited > PATIENCE) {
                    sink.close();
                }
                return;
            }
            waited = 0;
            onItsWay = sink.send(sse.newEventBuilder().name("import").data(String.class, json(job)).build());
            if (job.state.ended()) {
                onItsWay.whenComplete((sent, failure) -> sink.close());
            }
        }

        private String json(ImportJob job) {
            try {
                return mapper.writeValueAsString(view.apply(job));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an import cannot be written", e);
            }
        }
    }
}
