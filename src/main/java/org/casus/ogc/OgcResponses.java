package org.casus.ogc;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.casus.http.EntityTags;
import org.casus.http.LinkHeader;

/** Puts documents of this door into responses, with their tags and links. */
@Singleton
class OgcResponses {

    /** Which bytes are written for the same content; to be raised when they change. */
    private static final String REPRESENTATION = "ogc.3";

    /** Returns the ETag of a list. It differs by revision, by URL and by media type. */
    String tagOfList(long revision, String self, String type, HttpHeaders headers) {
        return EntityTags.ofList(revision, self + " " + type, REPRESENTATION, headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    /** The same of one feature; its links are absolute, so that it is another at another address. */
    String tagOfItem(long revision, long newestName, String self, String type, HttpHeaders headers) {
        return EntityTags.ofItem(revision, newestName, REPRESENTATION + "." + Integer.toHexString((self + " " + type).hashCode()),
                headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    /** 200 with a body that is made only where it is needed, or 304 where the client has it. */
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
