package org.casus.door;

import io.quarkus.logging.Log;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.casus.http.Limits;
import org.casus.render.Buffer;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends exports piece by piece, as fast as the client takes them; one that takes nothing for a while is dropped. */
@Provider
public class OutgoingWriter implements ServerMessageBodyWriter<Outgoing> {

    private static final int CHECK_MILLIS = 500;
    /** How much may be on its way to one client. */
    private static final int AHEAD = 1 << 19;

    private final Limits limits;

    OutgoingWriter(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == Outgoing.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Outgoing.class;
    }

    @Override
    public void writeTo(Outgoing body, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) {
        throw new UnsupportedOperationException("an export is sent by the server itself");
    }

    @Override
    public void writeResponse(Outgoing body, Type genericType, ServerRequestContext context) {
        RoutingContext routing = ((ResteasyReactiveRequestContext) context).unwrap(RoutingContext.class);
        HttpServerResponse response = routing.response();
        try (Export export = body.export()) {
            if (routing.request().method() == HttpMethod.HEAD) {
                response.end();
                return;
            }
            response.setChunked(true).setWriteQueueMaxSize(AHEAD);
            send(body, export, response);
        } catch (RuntimeException e) {
            if (!response.headWritten()) {
                throw e;
            }
            // the status is sent; that the body breaks off is all that can still be said
            Log.warnf(e, "An export broke off");
            response.reset();
        }
    }

    private void send(Outgoing body, Export export, HttpServerResponse response) {
        Semaphore moved = new Semaphore(0);
        response.closeHandler(closed -> moved.release());
        response.exceptionHandler(failure -> moved.release());
        Buffer piece = body.first();
        boolean more = body.more();
        long bytes = 0;
        while (true) {
            body.passing(piece.array(), piece.size());
            bytes += piece.size();
            response.write(io.vertx.core.buffer.Buffer.buffer(
                    io.netty.buffer.Unpooled.wrappedBuffer(piece.array(), 0, piece.size())));
            if (!more) {
                break;
            }
            piece = new Buffer(Export.PIECE + Export.PIECE / 8);
            more = export.fill(piece);
            if (!ready(response, moved)) {
                return;
            }
        }
        end(body, export, response, bytes);
    }

    /** Waits until the client has taken what was sent; false if it is gone, or has been let go. */
    private boolean ready(HttpServerResponse response, Semaphore moved) {
        if (!response.writeQueueFull()) {
            return !response.closed();
        }
        moved.drainPermits();
        response.drainHandler(drained -> moved.release());
        long deadline = System.nanoTime() + limits.patience().toNanos();
        try {
            while (response.writeQueueFull() && !response.closed()) {
                if (System.nanoTime() > deadline) {
                    Log.debug("A client that took nothing of its export was dropped");
                    response.reset();
                    return false;
                }
                moved.tryAcquire(CHECK_MILLIS, TimeUnit.MILLISECONDS);
            }
            return !response.closed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.reset();
            return false;
        }
    }

    private static void end(Outgoing body, Export export, HttpServerResponse response, long bytes) {
        if (body.digest() != null) {
            byte[] sha256 = body.digest().digest();
            body.digests().remember(body.url(), new Digests.Known(export.rows(), bytes, sha256));
            if (body.trailer() != null) {
                response.putTrailer(body.trailer(), Digests.field(sha256));
            }
        }
        response.end();
    }
}
