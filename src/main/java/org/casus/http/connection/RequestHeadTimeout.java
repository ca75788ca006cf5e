package org.casus.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A channel handler that closes connections on which a request head or TLS handshake has begun but does not complete in time.
 * It is first in the pipeline and sees raw bytes; the {@link RequestGuard} behind the decoder tells it how they were parsed.
 */
final class RequestHeadTimeout extends ChannelInboundHandlerAdapter {

    /** The name that Vert.x gives to the last handler of the pipeline, which it adds when the protocol has been determined. */
    private static final String VERTX = "handler";
    private static final String DECODER = "httpDecoder";

    private final Duration sending;
    private RequestGuard guard;
    private boolean handshaking;
    private ScheduledFuture<?> deadline;

    RequestHeadTimeout(Duration sending) {
        this.sending = sending;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        prepare(context.pipeline());
        boolean between = guard == null || guard.isBetweenRequests();
        long begun = guard == null ? 0 : guard.requests();
        context.fireChannelRead(bytes);
        if (guard != null && guard.requests() > begun) {
            cancel();
        } else if (between && deadline == null) {
            deadline = context.executor().schedule(() -> expire(context), sending.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void prepare(ChannelPipeline pipeline) {
        ChannelHandlerContext tls = pipeline.context(SslHandler.class);
        if (tls == null) {
            install(pipeline);
        } else if (!handshaking) {
            handshaking = true;
            pipeline.addAfter(tls.name(), null, new AfterHandshake());
        }
    }

    private void install(ChannelPipeline pipeline) {
        if (guard == null && pipeline.get(VERTX) != null && pipeline.get(DECODER) != null) {
            guard = new RequestGuard();
            pipeline.addBefore(VERTX, null, guard);
        }
    }

    /**
     * Installs the guard when the TLS handshake completes. The end of the handshake and the first request may arrive in one
     * read, and Vert.x completes the pipeline between the two.
     */
    private final class AfterHandshake extends ChannelInboundHandlerAdapter {

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            context.fireUserEventTriggered(event);
            if (event instanceof SslHandshakeCompletionEvent) {
                install(context.pipeline());
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void expire(ChannelHandlerContext context) {
        if (guard == null) {
            context.close();
        } else {
            guard.timeOut();
        }
    }
}
