package org.casus.rest;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.casus.model.ResourceKind;

/**
 * A read, as one would type it.
 *
 * @param id of the item to read; null to list
 */
public record TestQuery(ResourceKind kind, String id, Map<String, String> parameters) {

    /** In the place of an id: how many there are. */
    public static final String COUNTS = "counts";
    /** In the place of an id: where they are. */
    public static final String CLUSTERS = "clusters";

    /** In the place of an id: as features. */
    public static final String FEATURES = "features";

    /** The question that a link to a list asks. */
    static TestQuery following(ResourceKind kind, String link) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : link.substring(link.indexOf('?') + 1).split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return new TestQuery(kind, link.contains("/collections/") ? FEATURES : null, parameters);
    }

    /** The same, asked of a revision. */
    public TestQuery asOf(long revision) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put("asOf", Long.toString(revision));
        return new TestQuery(kind, id, more);
    }

    String path() {
        if (FEATURES.equals(id)) {
            return "/collections/" + kind.collection() + "/items";
        }
        return "/" + kind.collection() + (id == null ? "" : "/" + id);
    }

    public String url() {
        return parameters.isEmpty() ? path() : path() + "?" + parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return url();
    }
}
