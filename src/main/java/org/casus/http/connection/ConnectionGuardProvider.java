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

/** Puts a guard into each connection that a server of Vert.x accepts. Its own options have no deadline for heads of requests. */
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

    /** Sees connections on the channel of the server, before they have a pipeline of their own. */
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
