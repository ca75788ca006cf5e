package org.casus.rest.stream;

import io.netty.buffer.Unpooled;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.Semaphore;
import org.casus.http.Limits;
import org.casus.render.OutputBuffer;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends exports chunk by chunk, as fast as the client reads them. A client that reads too slowly is disconnected. */
@Provider
public class StreamedBodyWriter implements ServerMessageBodyWriter<StreamedBody> {

    /** The number of chunks that may be in flight to one client. */
    private static final int AHEAD = 8;

    private final Limits limits;

    StreamedBodyWriter(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == StreamedBody.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == StreamedBody.class;
    }

    @Override
    public void writeTo(StreamedBody body, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) {
        throw new UnsupportedOperationException("an export is sent by the server itself");
    }

    /** Sends the body on a worker thread, because a slow client may block it. */
    @Override
    public void writeResponse(StreamedBody body, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        RoutingContext routing = request.unwrap(RoutingContext.class);
        if (!body.export().take()) {
            routing.response().reset();
            return;
        }
        request.suspend();
        routing.vertx().executeBlocking(() -> {
            write(body, routing.response());
            return null;
        }, false).onComplete(done -> request.resume());
    }

    private void write(StreamedBody body, HttpServerResponse response) {
        try (Export export = body.export()) {
            response.setChunked(true);
            send(body, export, response);
        } catch (RuntimeException e) {
            // the status has been sent; breaking off the body is the only way left to signal the failure
            Log.warnf(e, "An export broke off");
            response.reset();
        }
    }

    private void send(StreamedBody body, Export export, HttpServerResponse response) {
        Semaphore places = new Semaphore(AHEAD);
        SlowClientTimeout slowClientTimeout = new SlowClientTimeout(limits.patience());
        OutputBuffer piece = body.first();
        boolean more = body.more();
        long bytes = 0;
        while (ready(response, places, slowClientTimeout, 1)) {
            body.passing(piece.array(), piece.size());
            bytes += piece.size();
            slowClientTimeout.earn(piece.size());
            response.write(io.vertx.core.buffer.Buffer.buffer(Unpooled.wrappedBuffer(piece.array(), 0, piece.size())))
                    .onComplete(written -> places.release());
            if (!more) {
                end(body, export, response, bytes);
                ready(response, places, slowClientTimeout, AHEAD);
                return;
            }
            piece = Export.piece();
            more = export.fill(piece);
        }
    }

    /**
     * Waits until the given number of further chunks may be in flight. Returns false if the client has disconnected, or has
     * been disconnected because it read too slowly.
     */
    private static boolean ready(HttpServerResponse response, Semaphore places, SlowClientTimeout slowClientTimeout, int wanted) {
        try {
            for (int i = 0; i < wanted; i++) {
                if (!slowClientTimeout.acquire(places)) {
                    Log.debug("A client that took hardly anything of its export was dropped");
                    response.reset();
                    return false;
                }
            }
            return !response.closed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.reset();
            return false;
        }
    }

    private static void end(StreamedBody body, Export export, HttpServerResponse response, long bytes) {
        if (body.digest() != null) {
            byte[] sha256 = body.digest().digest();
            body.digests().remember(body.url(), new ExportDigests.Known(export.rows(), bytes, sha256));
            if (body.trailer() != null) {
                response.putTrailer(body.trailer(), ExportDigests.field(sha256));
            }
        }
        response.end();
    }
}
