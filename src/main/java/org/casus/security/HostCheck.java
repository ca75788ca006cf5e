package org.casus.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.http.PublicAddress;
import org.casus.http.RouterProblems;
import org.casus.http.json.CleanText;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rejects requests for unknown host names if the service listens on loopback only. A malicious site can make its own name resolve to
 * 127.0.0.1 (DNS rebinding). The browser then treats this service as part of that site and lets its pages read responses, but the
 * request still carries the name of the site. If the service listens on other addresses or trusts a proxy, any name may be valid.
 */
@Singleton
class HostCheck {

    /** Runs after {@code FramingCheck} and before preflight requests are answered. */
    private static final int ORDER = 9_500;
    private static final Pattern OF_THIS_MACHINE = Pattern.compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");
    private static final String ANY = "*";

    private final boolean checked;
    private final Set<String> names = new HashSet<>();

    HostCheck(@ConfigProperty(name = "quarkus.http.host") String listens,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false") boolean proxied,
            AccessConfig access, PublicAddress address) {
        access.hosts().orElse(List.of()).forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        address.publicUrl().map(url -> URI.create(url.strip()).getHost()).ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT)));
        checked = !proxied && !names.contains(ANY) && isLoopback(listens);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    void register(@Observes Filters filters) {
        if (checked) {
            filters.register(this::check, ORDER);
        }
    }

    private void check(RoutingContext context) {
        HostAndPort asked = context.request().authority();
        // HTTP/1.0 requests may have no host; no browser sends them
        if (asked == null || isOurs(asked.host())) {
            context.next();
        } else {
            RouterProblems.answer(context, new Problem(ProblemType.MISDIRECTED, "this service listens on this machine alone, and has not"
                    + " been told that it is called '" + CleanText.shown(asked.host()) + "'; whoever runs it behind a proxy says so with"
                    + " casus.public-url or casus.hosts"));
        }
    }

    private boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return OF_THIS_MACHINE.matcher(name).matches() || names.contains(name);
    }
}
