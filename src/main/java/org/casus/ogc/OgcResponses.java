package org.casus.ogc;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.casus.http.EntityTags;
import org.casus.http.LinkHeader;

/** Builds the HTTP responses of this interface, with their ETag and Link headers. */
@Singleton
class OgcResponses {

    /** The version of the serialization. Increase it when the same content is written as different bytes. */
    private static final String REPRESENTATION = "ogc.3";

    /** Returns the ETag of a list. It differs by revision, by URL and by media type. */
    String tagOfList(long revision, String self, String type, HttpHeaders headers) {
        return EntityTags.ofList(revision, self + " " + type, REPRESENTATION, headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    /** Returns the ETag of one feature. It depends on the URL, because the links of a feature are absolute. */
    String tagOfItem(long revision, long newestName, String self, String type, HttpHeaders headers) {
        return EntityTags.ofItem(revision, newestName, REPRESENTATION + "." + Integer.toHexString((self + " " + type).hashCode()),
                headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    /** Returns 200 with a body, or 304 if the client already has it; the body is built only for a 200. */
    Response ok(Supplier<Object> body, String type, String tag, List<OgcLink> links, HttpHeaders request) {
        boolean known = EntityTags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag,
                request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        Response.ResponseBuilder response = known
                ? Response.notModified()
                : Response.ok(body.get()).header(HttpHeaders.CONTENT_TYPE, type);
        LinkHeader.of(links.stream().map(OgcLink::header).toList()).ifPresent(header -> response.header(HttpHeaders.LINK, header));
        return response.header(HttpHeaders.ETAG, tag).build();
    }
}
