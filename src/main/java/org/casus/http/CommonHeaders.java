package org.casus.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds the default {@code Cache-Control} and {@code Vary} headers to responses that do not set them. */
public class CommonHeaders {

    @ServerResponseFilter
    public void add(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-cache"));
        headers.putIfAbsent(HttpHeaders.VARY, List.of(VaryHeader.ON));
    }
}
