package org.casus.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which the head of a request, or the handshake of TLS, has begun and does not end. First in the
 * pipeline, it sees bytes; the {@link RequestGuard} behind the decoder tells what they were.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    /** The last handler of the pipeline, as Vert.x names it; it is there when it is clear what is spoken. */
    private static final String VERTX = "handler";
    private static final String DECODER = "httpDecoder";

    private final Duration sending;
    private RequestGuard guard;
    private ScheduledFuture<?> deadline;

    HeadDeadline(Duration sending) {
        this.sending = sending;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (guard == null && context.pipeline().get(VERTX) != null && context.pipeline().get(DECODER) != null) {
            guard = new RequestGuard();
            context.pipeline().addBefore(VERTX, null, guard);
        }
        boolean between = guard == null || guard.isBetweenRequests();
        long begun = guard == null ? 0 : guard.requests();
        context.fireChannelRead(bytes);
        if (guard != null && guard.requests() > begun) {
            cancel();
        } else if (between && deadline == null) {
            deadline = context.executor().schedule(() -> expire(context), sending.toMillis(), TimeUnit.MILLISECONDS);
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
