package org.casus.app;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.casus.http.PublicAddress;
import org.casus.http.SecurityHeaders;

/**
 * The route of Swagger UI, a page into which users paste their keys. Its HTML page and start script replace those of the Quarkus
 * extension, which has inline scripts. The content security policy can therefore allow only scripts and requests of this service.
 */
@Singleton
public class DocsRoute {

    /** Images may be data URLs, since the icons of Swagger UI are. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String policy;

    DocsRoute(PublicAddress address) {
        this.policy = POLICY.formatted(address.publicUrl().flatMap(DocsRoute::origin).map(origin -> " " + origin).orElse(""));
    }

    /** Returns the origin of the public address, which the OpenAPI document names as its server and the page sends requests to. */
    private static Optional<String> origin(String url) {
        URI uri = URI.create(url);
        return uri.getAuthority() == null ? Optional.empty() : Optional.of(uri.getScheme() + "://" + uri.getAuthority());
    }

    /** Registers the routes before those of Quarkus. */
    void route(@Observes Router router) {
        router.route("/docs/*").order(0).handler(this::guard);
        file(router, "/docs/", "index.html", "text/html;charset=UTF-8");
        file(router, "/docs/index.html", "index.html", "text/html;charset=UTF-8");
        file(router, "/docs/start.js", "start.js", "text/javascript;charset=UTF-8");
    }

    private void guard(RoutingContext context) {
        context.response().putHeader(SecurityHeaders.POLICY, policy);
        if (context.normalizedPath().endsWith("/docs")) {
            // relative, so that the prefix of a proxy is kept
            context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, "docs/").end();
        } else {
            context.next();
        }
    }

    private static void file(Router router, String path, String name, String type) {
        Buffer content = content(name);
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(1).handler(context -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").end(content));
    }

    private static Buffer content(String name) {
        try (InputStream file = DocsRoute.class.getResourceAsStream("/docs/" + name)) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("the page of the contract cannot be read", e);
        }
    }
}
