package org.casus.http.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.quarkus.arc.Arc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.casus.http.PublicAddress;
import org.casus.http.SecurityHeaders;
import org.casus.http.VaryHeader;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemBody;

/**
 * A channel handler that tracks the requests and responses of one connection. It adds a problem body to error responses that
 * the server sends with only a status, because requests that cannot be parsed never reach the router.
 */
final class RequestGuard extends ChannelDuplexHandler {

    private static final int FIRST_FINAL = 200;
    private static final int FIRST_FAILURE = 400;

    /** Requests whose responses have not ended. */
    private final Deque<Asked> asked = new ArrayDeque<>();
    private ChannelHandlerContext context;
    private long requests;
    private boolean receiving;
    private boolean answering;

    private record Asked(String url, boolean head) {
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        this.context = added;
    }

    /** Returns the number of request heads received so far. */
    long requests() {
        return requests;
    }

    /** Returns whether the next byte received will be the first of a request. */
    boolean isBetweenRequests() {
        return !receiving && asked.isEmpty();
    }

    /** Closes the connection because a request head did not arrive in time. */
    void timeOut() {
        refuse(ProtocolErrorProblems.timeOut());
    }

    @Override
    public void channelRead(ChannelHandlerContext at, Object message) {
        if (message instanceof HttpRequest request) {
            requests++;
            receiving = true;
            asked.add(new Asked(request.uri(), request.method().equals(HttpMethod.HEAD)));
        } else if (message instanceof HttpContent content && content.decoderResult().isFailure() && !answering) {
            ReferenceCountUtil.release(message);
            refuse(ProtocolErrorProblems.brokenBody());
            return;
        }
        if (message instanceof LastHttpContent) {
            receiving = false;
        }
        at.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext at, Object message, ChannelPromise promise) {
        Object sent = message;
        if (message instanceof HttpResponse response && response.status().code() >= FIRST_FINAL) {
            answering = true;
            sent = said(response);
        }
        if (answering && message instanceof LastHttpContent) {
            answering = false;
            asked.poll();
        }
        at.write(sent, promise);
    }

    private Object said(HttpResponse response) {
        Asked of = asked.peek();
        boolean bare = response instanceof FullHttpResponse full && !full.content().isReadable()
                && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
        if (response.status().code() < FIRST_FAILURE || !bare || of == null || of.head) {
            return response;
        }
        Optional<Problem> problem = ProtocolErrorProblems.of(response.status().code(), of.url);
        if (problem.isEmpty()) {
            return response;
        }
        FullHttpResponse answer = answer(problem.get());
        response.headers().forEach(header -> {
            if (!answer.headers().contains(header.getKey())) {
                answer.headers().add(header.getKey(), header.getValue());
            }
        });
        ReferenceCountUtil.release(response);
        return answer;
    }

    private void refuse(Problem problem) {
        if (answering) {
            context.close();
            return;
        }
        FullHttpResponse answer = answer(problem);
        answer.headers().set(HttpHeaderNames.CONNECTION, "close");
        // writes past the compressor, which accepts no response to a request that it has not seen
        ChannelHandlerContext compressor = context.pipeline().context(HttpContentCompressor.class);
        (compressor == null ? context : compressor).writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    private static FullHttpResponse answer(Problem problem) {
        // without a parsed request, no proxy prefix is known
        String path = Arc.container().select(PublicAddress.class).get().path();
        byte[] body = ProblemBody.bytes(problem, path);
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(problem.type().status()), Unpooled.wrappedBuffer(body));
        answer.headers().set(HttpHeaderNames.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        answer.headers().set(HttpHeaderNames.VARY, VaryHeader.ON);
        SecurityHeaders.ALL.forEach(answer.headers()::set);
        problem.headers().forEach(answer.headers()::set);
        return answer;
    }
}
