package org.casus.door;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import org.casus.http.PublicAddress;
import org.casus.http.Tags;
import org.casus.vocabulary.ResourceKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts what was written into a response, with its tag and its links. */
@Singleton
public class Answers {

    private final String base;
    private final String root;

    Answers(PublicAddress address, @ConfigProperty(name = "quarkus.http.root-path") String root) {
        this.base = address.publicUrl().map(url -> url.replaceAll("/+$", "")).orElse("");
        this.root = root.replaceAll("/+$", "");
    }

    /** The path of a collection. */
    public String path(ResourceKind kind) {
        return root + "/" + kind.collection();
    }

    /** 200 with the body, or 304 where the client has it. */
    Response ok(byte[] json, String tag, Map<String, String> links, HttpHeaders request) {
        return ok(json, MediaType.APPLICATION_JSON_TYPE, tag, links, request);
    }

    /** 200 with the body in a format of its own, or 304 where the client has it. */
    public Response ok(Object body, MediaType type, String tag, Map<String, String> links, HttpHeaders request) {
        boolean known = Tags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag);
        Response.ResponseBuilder response = known ? Response.notModified() : Response.ok(body, type);
        return with(response, tag, links).build();
    }

    Response.ResponseBuilder with(Response.ResponseBuilder response, String tag, Map<String, String> links) {
        response.header(HttpHeaders.ETAG, tag);
        if (!links.isEmpty()) {
            response.header(HttpHeaders.LINK, links.entrySet().stream()
                    .map(link -> "<" + base + link.getValue() + ">; rel=\"" + link.getKey() + "\"")
                    .collect(Collectors.joining(", ")));
        }
        return response;
    }

    /** A path as the world reaches it. */
    String address(String path) {
        return base + path;
    }
}
