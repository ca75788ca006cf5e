package org.casus.http.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Adds a {@link RequestHeadTimeout} to each connection that Vert.x accepts, because Vert.x has no timeout for request heads. */
public final class ConnectionGuardProvider implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new DelegatingTransport(builder.findTransport()) {
            @Override
            public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
                super.configure(options, domainSocket, bootstrap);
                bootstrap.handler(new Accepted(ConfigProvider.getConfig().getValue("casus.limits.sending", Duration.class)));
            }
        });
    }

    /** Handles accepted connections on the server channel, before Vert.x sets up their pipelines. */
    @ChannelHandler.Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {

        private final Duration sending;

        Accepted(Duration sending) {
            this.sending = sending;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel connection) {
                connection.pipeline().addFirst(new RequestHeadTimeout(sending));
            }
            context.fireChannelRead(message);
        }
    }
}
