package org.casus.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Writes security events to the log, under a separate category so that operators can route them separately. A line begins
 * with the name of the event, followed by {@code name=value} members. Text from clients is quoted and has no line breaks.
 * Keys are never logged, only their ids.
 */
@Singleton
public class SecurityLog {

    static final String CATEGORY = "org.casus.security";
    private static final int LONGEST = 200;
    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private final LogRateLimit failures;
    private final LogRateLimit refusals;

    SecurityLog(Vertx vertx) {
        failures = new LogRateLimit(vertx, left -> LOG.warnf("authentication.failed left-out=%d", left));
        refusals = new LogRateLimit(vertx, left -> LOG.warnf("request.refused left-out=%d", left));
    }

    /** Logs a request with no key or with one that is not in force; {@code claimed} is the id in the text of that key. */
    void authenticationFailed(RoutingContext context, String reason, Optional<String> claimed) {
        String address = address(context);
        if (LOG.isEnabled(Level.WARN) && failures.permits(address)) {
            LOG.warn(line("authentication.failed", claimed.orElse("-"), address, "reason", reason,
                    "method", context.request().method().name(), "path", context.request().path()));
        }
    }

    /** Logs a request that the role of its key does not allow. */
    void refused(RoutingContext context, SecurityIdentity who, KeyRole needed) {
        String address = address(context);
        if (LOG.isEnabled(Level.WARN) && refusals.permits(address)) {
            LOG.warn(line("request.refused", key(who), address, "needed", needed.name(),
                    "method", context.request().method().name(), "path", context.request().path()));
        }
    }

    /**
     * Logs an event that a request with a key caused.
     *
     * @param members alternating names and values
     */
    public void info(String event, RoutingContext context, Object... members) {
        LOG.info(line(event, context.user() instanceof QuarkusHttpUser user ? key(user.getSecurityIdentity()) : "-",
                address(context), members));
    }

    /** Logs an event that Casus itself caused. */
    void infoOfStart(String event, Object... members) {
        LOG.info(line(event, "-", "-", members));
    }

    private static String key(SecurityIdentity who) {
        String id = who.getAttribute(ApiKeyAuthenticationMechanism.KEY_ID);
        return id == null ? "-" : id;
    }

    /** Returns the client address as reported by a trusted proxy, otherwise the address of the connection. */
    private static String address(RoutingContext context) {
        SocketAddress remote = context.request().remoteAddress();
        return remote == null || remote.host() == null ? "-" : remote.host();
    }

    static String line(String event, String key, String address, Object... members) {
        StringBuilder line = new StringBuilder(event).append(" key=").append(safe(key)).append(" address=").append(safe(address));
        for (int i = 0; i < members.length; i += 2) {
            Object value = members[i + 1];
            line.append(' ').append(members[i]).append('=');
            line.append(value instanceof String text ? '"' + safe(text) + '"' : String.valueOf(value));
        }
        return line.toString();
    }

    /** Escapes text so that it cannot start a new line, end a quoted value or affect a terminal. */
    private static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
                        safe.append("\\u{").append(Integer.toHexString(point)).append('}');
                default -> {
                    if (point == '"' || point == '\\') {
                        safe.append('\\');
                    }
                    safe.appendCodePoint(point);
                }
            }
        });
        return safe.toString();
    }
}
