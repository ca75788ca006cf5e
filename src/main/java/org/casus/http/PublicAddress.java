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
 * Knows where the service stands for the client that asks. Every link begins with what this class says: as configured by
 * {@code casus.public-url}, else as the request reached it, with the prefix that a trusted proxy names in
 * {@code X-Forwarded-Prefix}.
 */
@Singleton
public class PublicAddress {

    /** Headers with addresses have a bounded size. */
    private static final int LONGEST = 200;
    private static final String SEGMENTS = "(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)";
    private static final Pattern PREFIX = Pattern.compile(SEGMENTS + "*");
    private static final Pattern URL = Pattern.compile("(https?://[A-Za-z0-9.:\\[\\]_-]+)(" + SEGMENTS + "*)/?");
    /** After the filters that may refuse a request without a look at where it came from. */
    private static final int EARLY = 9_500;
    /** The framework writes this as the host of a request that names none, as HTTP/1.0 allows. */
    private static final String NOBODY = "null";

    private final PublicAddressConfig config;
    private final CurrentVertxRequest current;
    private final String root;
    private final String origin;
    private final String path;
    private final Optional<String> prefixHeader;

    /**
     * @param root path of the service in this process
     * @param forwarded whether a proxy says a prefix
     * @param header in which it says it
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

    /** A prefix that cannot be one is refused, and caches are told that answers depend on it. */
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

    /** The prefix that Quarkus, if it trusts the proxy, has put before the path of the request. */
    private static String prefix(HttpServerRequest request) {
        String asked = request.uri().replaceFirst("^https?://[^/?#]*", "").replaceFirst("[?#].*", "");
        return asked.endsWith(request.path()) ? asked.substring(0, asked.length() - request.path().length()) : asked;
    }

    /** The public URL as it is configured. */
    public Optional<String> publicUrl() {
        return config.publicUrl();
    }

    /** The path of a request in this process, which no proxy sees: {@code /imports}, or with a root path {@code /base/imports}. */
    public String inside(String below) {
        return root + below;
    }

    /** The beginning of the path of every link in the answer to the current request: empty, or like {@code /casus}. */
    public String path() {
        return prefixHeader.isEmpty() ? path : currentRequest().map(this::path).orElse(path);
    }

    private Optional<HttpServerRequest> currentRequest() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(current.getCurrent()).map(RoutingContext::request) : Optional.empty();
    }

    /** The same for a given request. */
    public String path(HttpServerRequest request) {
        if (prefixHeader.isEmpty()) {
            return path;
        }
        String prefix = prefix(request);
        return isPrefix(prefix) ? prefix + root : root;
    }

    /** A path that begins with {@link #path()}, as headers show it: absolute where the public URL is known. */
    public String absolute(String path) {
        return origin + path;
    }

    /** The address of the service, without a slash at the end; what a proxy says of it is heeded where Quarkus trusts the proxy. */
    public String home(UriInfo uri) {
        URI asked = uri.getBaseUri();
        return home(asked.getScheme(), asked.getRawAuthority(), path());
    }

    /** The same for a given request. */
    public String home(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return home(request.scheme(), authority == null ? null : authority.toString(), path(request));
    }

    private String home(String scheme, String authority, String below) {
        String asked = scheme + "://" + (authority == null || authority.equals(NOBODY) ? "localhost" : authority);
        return (origin.isEmpty() ? asked : origin) + below;
    }

    /** A part of entity tags: what is the same but for its links has another tag at another address. */
    public String tag() {
        String base = origin + path();
        return base.isEmpty() ? "" : "." + Integer.toHexString(base.hashCode());
    }
}
