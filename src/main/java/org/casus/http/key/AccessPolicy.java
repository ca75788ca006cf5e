package org.casus.http.key;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What needs which role, for every path there is or will be: changing anything takes an editor, keys take an
 * administrator, reading takes a reader where reads are closed. Asked before anything else about a request is looked at.
 */
@Singleton
public class AccessPolicy implements HttpSecurityPolicy {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final List<String> PUBLIC = List.of("/openapi", "/docs", "/problems", "/contexts");

    private final boolean readsClosed;
    private final String root;

    AccessPolicy(AccessConfig config, @ConfigProperty(name = "quarkus.http.root-path") String root) {
        this.readsClosed = config.reads() == AccessConfig.Reads.KEY;
        this.root = root.replaceAll("/+$", "");
    }

    @Override
    public Uni<CheckResult> checkPermission(RoutingContext request, Uni<SecurityIdentity> identity,
            AuthorizationRequestContext context) {
        Optional<KeyRole> needed = needed(request);
        if (needed.isEmpty()) {
            return CheckResult.permit();
        }
        return identity.map(who -> new CheckResult(who.hasRole(needed.get().name())));
    }

    private Optional<KeyRole> needed(RoutingContext request) {
        HttpMethod method = request.request().method();
        String path = request.normalizedPath();
        if (method == HttpMethod.OPTIONS || SAFE.contains(method) && isPublic(path)) {
            return Optional.empty();
        }
        if (path.equals(root + "/keys") || path.startsWith(root + "/keys/")) {
            return Optional.of(KeyRole.ADMIN);
        }
        if (!SAFE.contains(method)) {
            return Optional.of(KeyRole.EDITOR);
        }
        return readsClosed ? Optional.of(KeyRole.READER) : Optional.empty();
    }

    /** What explains the service is open to all. */
    private boolean isPublic(String path) {
        return PUBLIC.stream().map(room -> root + room).anyMatch(room -> path.equals(room) || path.startsWith(room + "/"));
    }
}
