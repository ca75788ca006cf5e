package org.casus.http.body;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.casus.http.Limits;
import org.casus.http.ResponseEnd;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads request bodies on the event loop before a worker thread is used, so that slow clients do not block other requests.
 * File uploads are an exception: the resource reads them. Requests that lack a required key or match no resource have
 * already been refused at this point.
 */
public class BodyReader {

    private static final Set<String> METHODS = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final RequestBodyMemory memory;
    private final Uploads uploads;
    private final Limits limits;

    BodyReader(RequestBodyMemory memory, Uploads uploads, Limits limits) {
        this.memory = memory;
        this.uploads = uploads;
        this.limits = limits;
    }

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.ENTITY_CODER)
    public Uni<Void> read(ContainerRequestContext context, RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!METHODS.contains(context.getMethod()) || request.isEnded()) {
            return null;
        }
        if (uploads.isUpload(request)) {
            context.setEntityStream(uploads.stream(request));
            return null;
        }
        ResponseEnd responseEnd = ResponseEnd.of(routing);
        RequestBodyMemory.Share share = memory.share();
        responseEnd.release(share::release);
        IncomingBody body = new IncomingBody(request, routing.vertx(), share, limits);
        return Uni.createFrom().completionStage(() -> body.read()
                .<Void>map(bytes -> give(context, bytes))
                .toCompletionStage());
    }

    private static Void give(ContainerRequestContext context, Buffer bytes) {
        context.setEntityStream(new ByteArrayInputStream(bytes.getBytes()));
        return null;
    }
}
