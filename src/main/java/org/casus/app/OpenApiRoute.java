package org.casus.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.http.ContentCoding;
import org.casus.http.EntityTags;
import org.casus.http.PublicAddress;
import org.casus.http.RouterProblems;
import org.casus.http.Sha256;
import org.casus.http.VaryHeader;
import org.casus.http.problem.Problem;
import org.casus.model.LruMap;
import org.casus.ogc.PassThroughParameters;
import org.casus.rest.Negotiation;

/**
 * The route of the OpenAPI document. It inserts the address of this server, which OGC API clients need, and adds the media type that
 * they request (17-069r4, requirement oas-definition-2) to those of Quarkus.
 */
@Singleton
public class OpenApiRoute {

    static final String OPENAPI = "application/vnd.oai.openapi+json";
    private static final String OPENAPI_30 = OPENAPI + ";version=3.0";
    private static final List<String> TYPES = List.of("application/json", OPENAPI, "application/yaml");
    private static final Pattern SERVER = Pattern.compile("(?m)^(servers:\\R- url: )/$");
    /** The values of the problem type enumeration, which are links to pages of this service. */
    private static final Pattern PROBLEM = Pattern.compile("(?m)^( +- )(?=/problems/)");
    private static final int MOST_KEPT = 8;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OpenApiDocumentService documents;
    private final PublicAddress address;
    /** A cache with a bound, since the address in a request is part of the document, and there may be any number of addresses. */
    private final Map<Asked, Served> lately = new LruMap<>(MOST_KEPT);

    OpenApiRoute(OpenApiDocumentService documents, PublicAddress address) {
        this.documents = documents;
        this.address = address;
    }

    /** Registers the route before that of Quarkus, and after the filters that check every request. */
    void route(@Observes Router router) {
        router.route("/openapi").method(HttpMethod.GET).method(HttpMethod.HEAD).order(0).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        try {
            checkParameters(context.request());
            String type = type(context.request());
            Served served = served(new Asked(type.contains("yaml") ? Format.YAML : Format.JSON,
                    address.home(context.request()), address.path(context.request())));
            String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
            String coding = ContentCoding.suffix(accepted);
            String tag = "\"" + served.sha256 + "." + Integer.toHexString(type.hashCode()) + coding + "\"";
            HttpServerResponse response = context.response().putHeader(HttpHeaders.ETAG, tag)
                    .putHeader(HttpHeaders.VARY, VaryHeader.ON)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            if (EntityTags.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag, accepted)) {
                response.setStatusCode(304).end();
            } else {
                response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(Buffer.buffer(served.body));
            }
        } catch (Problem e) {
            RouterProblems.answer(context, e);
        }
    }

    /** Checks the query parameters. Those that GIS clients add to every request are allowed, but have no effect here. */
    private static void checkParameters(HttpServerRequest request) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        request.params().names().forEach(name -> given.put(name, request.params().getAll(name)));
        given.remove("format");
        PassThroughParameters.read(PassThroughParameters.once(given));
    }

    private static String type(HttpServerRequest request) {
        String word = request.getParam("f") == null ? request.getParam("format") : request.getParam("f");
        if (word != null) {
            return word.equalsIgnoreCase("json") ? OPENAPI_30 : "application/yaml;charset=UTF-8";
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.isBlank() || accept.equals("*/*")) {
            return "application/yaml;charset=UTF-8";
        }
        String preferred = Negotiation.preferred(accept, TYPES).orElseThrow(() -> Negotiation.notAcceptable(TYPES));
        return preferred.equals(OPENAPI) ? OPENAPI_30 : preferred + ";charset=UTF-8";
    }

    /**
     * The properties of a request on which the document depends.
     *
     * @param home the address of the service from the client's point of view
     * @param path the path of the service, with which links begin
     */
    private record Asked(Format format, String home, String path) {
    }

    private record Served(byte[] body, String sha256) {
    }

    private Served served(Asked asked) {
        synchronized (lately) {
            return lately.computeIfAbsent(asked, wanted -> {
                byte[] body = body(wanted);
                return new Served(body, HexFormat.of().formatHex(Sha256.digest().digest(body), 0, 16));
            });
        }
    }

    private byte[] body(Asked asked) {
        byte[] document = documents.getDocument(OpenApiFilter.DEFAULT_DOCUMENT_NAME, asked.format);
        if (asked.format == Format.YAML) {
            String text = SERVER.matcher(new String(document, StandardCharsets.UTF_8))
                    .replaceFirst("$1" + Matcher.quoteReplacement(asked.home));
            return PROBLEM.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(asked.path)).getBytes(StandardCharsets.UTF_8);
        }
        try {
            ObjectNode json = (ObjectNode) MAPPER.readTree(document);
            ((ObjectNode) json.path("servers").path(0)).put("url", asked.home);
            ArrayNode problems = (ArrayNode) json.at("/components/schemas/ProblemType/enum");
            for (int i = 0; i < problems.size(); i++) {
                problems.set(i, asked.path + problems.get(i).textValue());
            }
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
