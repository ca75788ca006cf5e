package org.casus.http;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The public address of the service as clients see it. Every link begins with it. It comes from {@code casus.public-url} if
 * that is set, otherwise from the request, including the prefix that a trusted proxy sends in {@code X-Forwarded-Prefix}.
 */
@Singleton
public class PublicAddress {

    /** Maximum length of an address or prefix in characters; it keeps headers that contain addresses short. */
    private static final int LONGEST = 200;
    private static final String SEGMENTS = "(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)";
    private static final Pattern PREFIX = Pattern.compile(SEGMENTS + "*");
    private static final Pattern URL = Pattern.compile("(https?://[A-Za-z0-9.:\\[\\]_-]+)(" + SEGMENTS + "*)/?");
    /** The filter runs after those that may refuse a request whatever its prefix. */
    private static final int EARLY = 9_500;
    /** The host that the framework reports for a request without one, which HTTP/1.0 allows. */
    private static final String NOBODY = "null";

    private final PublicAddressConfig config;
    private final CurrentVertxRequest current;
    private final String root;
    private final String origin;
    private final String path;
    private final Optional<String> prefixHeader;

    /**
     * Creates the address from the configuration.
     *
     * @param root the root path of the service in this process
     * @param forwarded whether a trusted proxy may send a prefix
     * @param header the name of the header with that prefix
     */
    public PublicAddress(PublicAddressConfig config, CurrentVertxRequest current,
            @ConfigProperty(name = "quarkus.http.root-path") String root,
            @ConfigProperty(name = "quarkus.http.proxy.enable-forwarded-prefix") boolean forwarded,
            @ConfigProperty(name = "quarkus.http.proxy.forwarded-prefix-header") String header) {
        this.config = config;
        this.current = current;
        this.root = root.replaceAll("/+$", "");
        Optional<Matcher> url = config.publicUrl().map(PublicAddress::parsed);
        this.origin = url.map(parts -> parts.group(1)).orElse("");
        this.path = url.map(parts -> parts.group(2)).filter(configured -> !configured.isEmpty()).orElse(this.root);
        this.prefixHeader = Optional.of(header).filter(name -> forwarded && url.isEmpty());
    }

    private static Matcher parsed(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches() || url.length() > LONGEST) {
            throw new ConfigurationException("casus.public-url is where users reach the service, for example https://example.org or"
                    + " https://example.org/casus: http or https, a host, and at most a path of letters, digits and -._~;"
                    + " it has at most " + LONGEST + " characters. It is '" + url + "'");
        }
        return parts;
    }

    /** Registers a filter that refuses invalid prefixes and adds the prefix header to {@code Vary}. */
    void register(@Observes Filters filters) {
        prefixHeader.ifPresent(header -> filters.register(context -> checkPrefix(context, header), EARLY));
    }

    private void checkPrefix(RoutingContext context, String header) {
        context.addHeadersEndHandler(headers -> vary(context.response(), header));
        String prefix = prefix(context.request());
        if (isPrefix(prefix)) {
            context.next();
        } else {
            RouterProblems.answer(context, Problem.header(header, ErrorCode.PATTERN, "the proxy in front says in " + header
                    + " that the service stands below '" + CleanText.shown(prefix) + "'; a prefix is a path such as /casus, of letters,"
                    + " digits and -._~, with at most " + LONGEST + " characters"));
        }
    }

    private static void vary(HttpServerResponse response, String header) {
        List<String> others = response.headers().getAll(HttpHeaders.VARY);
        response.putHeader(HttpHeaders.VARY, others.isEmpty() ? header : String.join(", ", others) + ", " + header);
    }

    private static boolean isPrefix(String text) {
        return text.length() <= LONGEST && PREFIX.matcher(text).matches();
    }

    /** Returns the prefix that Quarkus has put before the path of the request, which it does if it trusts the proxy. */
    private static String prefix(HttpServerRequest request) {
        String asked = request.uri().replaceFirst("^https?://[^/?#]*", "").replaceFirst("[?#].*", "");
        return asked.endsWith(request.path()) ? asked.substring(0, asked.length() - request.path().length()) : asked;
    }

    /** Returns the configured public URL. */
    public Optional<String> publicUrl() {
        return config.publicUrl();
    }

    /** Returns the path of a resource inside this process, without a proxy's prefix: {@code /imports} or {@code /base/imports}. */
    public String inside(String below) {
        return root + below;
    }

    /** Returns the path that links in the response to the current request begin with: empty, or for example {@code /casus}. */
    public String path() {
        return prefixHeader.isEmpty() ? path : currentRequest().map(this::path).orElse(path);
    }

    private Optional<HttpServerRequest> currentRequest() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(current.getCurrent()).map(RoutingContext::request) : Optional.empty();
    }

    /** Returns the path that links in the response to the given request begin with. */
    public String path(HttpServerRequest request) {
        if (prefixHeader.isEmpty()) {
            return path;
        }
        String prefix = prefix(request);
        return isPrefix(prefix) ? prefix + root : root;
    }

    /** Returns a path that begins with {@link #path()} in the form that headers use: an absolute URL if the public URL is set. */
    public String absolute(String path) {
        return origin + path;
    }

    /** Returns the URL of the service without a trailing slash. Forwarded headers count only if Quarkus trusts the proxy. */
    public String home(UriInfo uri) {
        URI asked = uri.getBaseUri();
        return home(asked.getScheme(), asked.getRawAuthority(), path());
    }

    /** Returns the URL of the service for the given request, without a trailing slash. */
    public String home(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return home(request.scheme(), authority == null ? null : authority.toString(), path(request));
    }

    private String home(String scheme, String authority, String below) {
        String asked = scheme + "://" + (authority == null || authority.equals(NOBODY) ? "localhost" : authority);
        return (origin.isEmpty() ? asked : origin) + below;
    }

    /** Returns a suffix for entity tags. Responses contain links, so the same resource needs another tag at another address. */
    public String tag() {
        String base = origin + path();
        return base.isEmpty() ? "" : "." + Integer.toHexString(base.hashCode());
    }
}
