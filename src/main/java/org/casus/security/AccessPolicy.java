package org.casus.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casus.http.PublicAddress;

/**
 * Decides which role a request needs, for every path, including paths added later. Writes need an editor, key management needs an
 * administrator, and imports and their receipts need a reader. If reads are closed, all other reads except the documentation need a
 * reader too. The policy is checked before any other processing of the request.
 */
@Singleton
public class AccessPolicy implements HttpSecurityPolicy {

    static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final List<String> PUBLIC = List.of("/openapi", "/docs", "/problems", "/contexts");

    private final boolean readsClosed;
    private final PublicAddress address;
    private final SecurityLog log;

    AccessPolicy(AccessConfig config, PublicAddress address, SecurityLog log) {
        this.readsClosed = config.reads() == AccessConfig.Reads.KEY;
        this.address = address;
        this.log = log;
    }

    @Override
    public Uni<CheckResult> checkPermission(RoutingContext request, Uni<SecurityIdentity> identity,
            AuthorizationRequestContext context) {
        Optional<KeyRole> needed = needed(request);
        if (needed.isEmpty()) {
            return CheckResult.permit();
        }
        PrivateCacheControl.mark(request);
        return identity.map(who -> {
            boolean allowed = who.hasRole(needed.get().name());
            if (!allowed && !who.isAnonymous()) {
                log.refused(request, who, needed.get());
            }
            return new CheckResult(allowed);
        });
    }

    private Optional<KeyRole> needed(RoutingContext request) {
        HttpMethod method = request.request().method();
        // matrix parameters do not affect which resource is matched
        String path = request.normalizedPath().replaceAll(";[^/]*", "");
        if (method == HttpMethod.OPTIONS || SAFE.contains(method) && isPublic(path)) {
            return Optional.empty();
        }
        if (isWithin("/keys", path)) {
            return Optional.of(KeyRole.ADMIN);
        }
        if (!SAFE.contains(method)) {
            return Optional.of(KeyRole.EDITOR);
        }
        return readsClosed || isWithin("/imports", path) ? Optional.of(KeyRole.READER) : Optional.empty();
    }

    /** Returns whether the path belongs to the documentation of the service, which is open to everyone. */
    private boolean isPublic(String path) {
        return PUBLIC.stream().anyMatch(room -> isWithin(room, path));
    }

    private boolean isWithin(String room, String path) {
        return path.equals(address.inside(room)) || path.startsWith(address.inside(room) + "/");
    }
}
