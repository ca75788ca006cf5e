package org.casus.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.casus.http.EntityTags;
import org.casus.http.LinkHeader;
import org.casus.http.PublicAddress;
import org.casus.http.Sha256;
import org.casus.http.Urls;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.model.ResourceKind;
import org.casus.render.Format;
import org.casus.render.OutputBuffer;
import org.casus.rest.stream.ExportDigests;

/** Builds responses from rendered bodies, with their ETags and links. */
@Singleton
public class Responses {

    /** The path of the JSON-LD context; its content never changes under this name. */
    public static final String CONTEXT = "/contexts/v1.jsonld";

    private final PublicAddress address;

    Responses(PublicAddress address) {
        this.address = address;
    }

    /** Returns the address of the service as the client sees it, without a trailing slash. */
    public String home(UriInfo uri) {
        return address.home(uri);
    }

    /** Returns the path of the service as the client sees it, with which links begin. */
    public String path() {
        return address.path();
    }

    /** Returns the path of a collection. */
    public String path(ResourceKind kind) {
        return address.path() + "/" + kind.collection();
    }

    /** Returns the links to a response itself and to its permanent version; parameters are sorted by name. */
    public Map<String, String> links(String path, Map<String, List<String>> given, long revision) {
        Map<String, List<String>> pinned = new TreeMap<>(given);
        pinned.put("asOf", List.of(Long.toString(revision)));
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", Urls.of(path, given));
        links.put("permalink", Urls.of(path, pinned));
        return links;
    }

    /** Returns 200 with a body of its own media type, or 304 if the client has it. */
    public Response ok(Object body, MediaType type, String tag, Map<String, String> links, HttpHeaders request) {
        boolean known = isKnown(tag, request);
        Response.ResponseBuilder response = known ? Response.notModified() : Response.ok(body, type);
        return with(response, tag, links).build();
    }

    /** Returns 304 if the client has the response with this ETag; the body then need not be computed. */
    public Optional<Response> known(String tag, Map<String, String> links, HttpHeaders request) {
        return isKnown(tag, request)
                ? Optional.of(with(Response.notModified(), tag, links).build()) : Optional.empty();
    }

    /** Returns the ETag of one resource. It depends on the address of the service, with which links begin. */
    String tagOfItem(long revision, long newestName, String format, HttpHeaders request) {
        return EntityTags.ofItem(revision, newestName, format + address.tag(), accepted(request));
    }

    /** Returns the ETag of a list. */
    String tagOfList(long revision, String url, String format, HttpHeaders request) {
        return EntityTags.ofList(revision, url, format + address.tag(), accepted(request));
    }

    private static boolean isKnown(String tag, HttpHeaders request) {
        return EntityTags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag, accepted(request));
    }

    private static String accepted(HttpHeaders request) {
        return request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    }

    /** Returns the address of the JSON-LD context. */
    String context() {
        return address(address.path() + CONTEXT);
    }

    /**
     * Returns 200 with the body, or 304 if the client has it.
     *
     * @param settled whether the body never changes, so that its digest is sent
     */
    Response ok(OutputBuffer body, Format format, String tag, Map<String, String> links, HttpHeaders request, boolean settled) {
        Response.ResponseBuilder response = ok(body::copy, format, tag, links, request);
        if (settled) {
            MessageDigest digest = Sha256.digest();
            digest.update(body.array(), 0, body.size());
            response.header(ExportDigests.header(request), ExportDigests.field(digest.digest()));
        }
        return response.build();
    }

    /** Returns 200 with a body that is created only if needed, or 304 if the client has it. */
    Response.ResponseBuilder ok(Supplier<Object> body, Format format, String tag, Map<String, String> links,
            HttpHeaders request) {
        boolean known = isKnown(tag, request);
        Response.ResponseBuilder response = known
                ? Response.notModified()
                : Response.ok(body.get()).header(HttpHeaders.CONTENT_TYPE, format.contentType());
        if (format == Format.CSV && !known) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileOf(links) + ".csv\"");
        }
        return with(response, tag, links, format == Format.JSON ? contextLink() : null);
    }

    /** Returns the collection, which is the last segment of the path. */
    private static String fileOf(Map<String, String> links) {
        String path = links.get("self").replaceFirst("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Response.ResponseBuilder with(Response.ResponseBuilder response, String tag, Map<String, String> links) {
        return with(response, tag, links, null);
    }

    private Response.ResponseBuilder with(Response.ResponseBuilder response, String tag, Map<String, String> links,
            String further) {
        response.header(HttpHeaders.ETAG, tag);
        List<String> all = new ArrayList<>();
        links.forEach((relation, path) -> all.add(link(relation, path)));
        if (further != null) {
            all.add(further);
        }
        LinkHeader.of(all).ifPresent(header -> response.header(HttpHeaders.LINK, header));
        return response;
    }

    private String link(String relation, String path) {
        return "<" + address(path) + ">; rel=\"" + relation + "\"";
    }

    /**
     * Checks that no page looks like the last one because the link to the next page does not fit.
     *
     * @throws Problem 414 if the format has links in the header only, and this one does not fit
     */
    void checkNext(Format format, String path) {
        if (!format.showsLinks() && !LinkHeader.hasRoomFor(link("next", path))) {
            throw new Problem(ProblemType.URI_TOO_LONG, "there is a next page, and in " + format.token() + " only the header Link can say"
                    + " so, which has no room for a query as long as this; ask for f=json, or for the whole list with all=true");
        }
    }

    /** Returns the link that lets clients interpret plain JSON as JSON-LD (JSON-LD 1.1 section 6.1). */
    private String contextLink() {
        return "<" + context() + ">; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"";
    }

    /** Returns the public address of a path. */
    String address(String path) {
        return address.absolute(path);
    }
}
