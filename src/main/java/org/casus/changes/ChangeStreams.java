package org.casus.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.casus.http.Limits;
import org.casus.http.problem.Problem;
import org.casus.ledger.Follower;

/**
 * The open change streams. One thread serves all clients: when new revisions become visible on this node, it sends each client the next
 * batch. A client gets no further batch until it has received the last one, and is disconnected if that takes too long.
 */
@Singleton
public class ChangeStreams {

    private static final int BATCH = 200;
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The maximum duration of a stream. The client then reconnects, and its API key is checked again. */
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long RECONNECT_MILLIS = 5000;

    private final ChangeFeed feed;
    private final Follower follower;
    private final ObjectMapper mapper;
    private final int most;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private Thread thread;
    private volatile boolean stopped;

    ChangeStreams(ChangeFeed feed, Follower follower, ObjectMapper mapper, Limits limits) {
        this.feed = feed;
        this.follower = follower;
        this.mapper = mapper;
        this.most = limits.streams();
    }

    /**
     * Opens a stream.
     *
     * @param base the path of the service, for links
     * @throws Problem 503 if the maximum number of streams is open already
     */
    synchronized void open(ChangeFeed.Wanted wanted, String base, Sse sse, SseEventSink sink) {
        if (clients.size() >= most) {
            throw Problem.unavailable(most + " clients listen already; poll /changes?after=… instead", 30);
        }
        Client client = new Client(wanted, base, sse, sink);
        client.greet();
        clients.add(client);
        startOnce();
    }

    private void startOnce() {
        if (thread == null) {
            thread = new Thread(this::serve, "casus-changes");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Closes all streams as soon as the shutdown begins, because they would not end by themselves. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        stop();
    }

    void end(@Observes ShutdownEvent event) {
        stop();
    }

    private void stop() {
        stopped = true;
        clients.forEach(Client::close);
    }

    private void serve() {
        while (!stopped) {
            long position = follower.position();
            for (Client client : clients) {
                try {
                    client.serve(position);
                } catch (RuntimeException | Error e) {
                    Log.debugf(e, "A listener is let go");
                    client.close();
                }
            }
            clients.removeIf(Client::isClosed);
            if (clients.stream().noneMatch(client -> client.isBehind(position))) {
                follower.awaitPatiently(position + 1, WAIT);
            }
        }
    }

    /** The client of one stream. After {@link #greet} only the serving thread sends to it; sends complete on other threads. */
    private final class Client {

        private final Sse sse;
        private final SseEventSink sink;
        private final String base;
        private ChangeFeed.Wanted wanted;
        private final long opened = System.nanoTime();
        private long lastSent = opened;
        private CompletionStage<?> onItsWay;

        Client(ChangeFeed.Wanted wanted, String base, Sse sse, SseEventSink sink) {
            this.wanted = wanted;
            this.base = base;
            this.sse = sse;
            this.sink = sink;
        }

        /**
         * Sends a first comment, and with it the response head. This must happen on the thread of the request: after the request method
         * has returned, the framework would send the head too.
         */
        void greet() {
            send(sse.newEventBuilder().comment("revisions after " + wanted.after())
                    .reconnectDelay(RECONNECT_MILLIS).build());
        }

        void serve(long position) {
            if (isBusy()) {
                if (System.nanoTime() - lastSent > PATIENCE.toNanos()) {
                    close();
                }
                return;
            }
            if (wanted.after() < position) {
                List<Change> changes = feed.read(wanted.after(wanted.after(), position), BATCH, base);
                changes.forEach(change -> send(event(change)));
                long reached = changes.size() < BATCH ? position : changes.get(BATCH - 1).revision();
                wanted = new ChangeFeed.Wanted(reached, wanted.upTo(), wanted.kind(), wanted.dataset(), wanted.id());
            }
            if (wanted.upTo() <= wanted.after() || System.nanoTime() - opened > LONGEST.toNanos()) {
                close();
            } else if (System.nanoTime() - lastSent > HEARTBEAT.toNanos()) {
                send(sse.newEventBuilder().comment("still here").build());
            }
        }

        private OutboundSseEvent event(Change change) {
            try {
                return sse.newEventBuilder()
                        .id(Long.toString(change.revision()))
                        .name(change.operation().name().toLowerCase(Locale.ROOT))
                        .data(mapper.writeValueAsString(change))
                        .build();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private void send(OutboundSseEvent event) {
            lastSent = System.nanoTime();
            onItsWay = sink.send(event);
        }

        private boolean isBusy() {
            return onItsWay != null && !onItsWay.toCompletableFuture().isDone();
        }

        boolean isBehind(long position) {
            return wanted.after() < Math.min(position, wanted.upTo()) && !isBusy();
        }

        boolean isClosed() {
            return sink.isClosed();
        }

        void close() {
            sink.close();
        }
    }
}
