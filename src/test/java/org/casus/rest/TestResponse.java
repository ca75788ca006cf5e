package org.casus.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.casus.TestClient;
import org.casus.model.ResourceKind;

/** What a read was answered with, byte for byte; of a problem its detail, where that is part of what is promised. */
public record TestResponse(int status, String body) {

    /** When features were written, and where the service stands for whom it answers: no part of what is promised. */
    private static final Pattern FEATURES_OWN =
            Pattern.compile("\"timeStamp\":\"[^\"]*\",|(?<=\"href\":\")http://[^/\"]*(?=/)");
    private static final Pattern AS_OF_LAST = Pattern.compile("[?&]asOf=[0-9]+(?=\")");
    private static final Pattern AS_OF_FIRST = Pattern.compile("(?<=[?&])asOf=[0-9]+&");
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    static TestResponse ok(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        // most answers are no features, and to search them all with the pattern takes long
        return new TestResponse(200, text.contains("\"timeStamp\"") || text.contains("http://")
                ? FEATURES_OWN.matcher(text).replaceAll("")
                : text);
    }

    /** Hints at what may have been meant are no promise. */
    static TestResponse problem(int status, String detail) {
        return new TestResponse(status, status == NOT_FOUND || status == GONE ? detail : "");
    }

    /** What asks for the next page of this one. */
    public Optional<TestQuery> next(TestQuery query) {
        JsonNode links = status == 200 ? TestClient.tree(body).path("links") : MissingNode.getInstance();
        JsonNode link = links.path("next");
        for (JsonNode one : links) {
            link = one.path("rel").asText().equals("next") ? one.path("href") : link;
        }
        return link.isMissingNode() ? Optional.empty() : Optional.of(TestQuery.following(query.kind(), link.textValue()));
    }

    /** What asks for the events of a row of counts or of a cell, with how many there have to be. */
    public Map<TestQuery, Long> behind() {
        Map<TestQuery, Long> behind = new LinkedHashMap<>();
        if (status == 200) {
            for (String rows : List.of("rows", "clusters")) {
                for (JsonNode row : TestClient.tree(body).path(rows)) {
                    expect(row.path("links").path("events"), row.path("count").asLong(), behind);
                    expect(row.path("links").path("possible"), row.path("count").asLong() + row.path("possible").asLong(), behind);
                }
            }
        }
        return behind;
    }

    private static void expect(JsonNode link, long total, Map<TestQuery, Long> behind) {
        if (link.isTextual()) {
            behind.put(TestQuery.following(ResourceKind.EVENT, link.textValue()), total);
        }
    }

    /** How many there are in all, by a page of a list. */
    public long total() {
        return TestClient.tree(body).path("total").asLong(-1);
    }

    /** The same as it is when nobody asks for a revision. */
    public TestResponse withoutAsOf() {
        if (status == NOT_FOUND) {
            return new TestResponse(status, body.replaceAll(" at revision [0-9]+$", ""));
        }
        return new TestResponse(status, AS_OF_FIRST.matcher(AS_OF_LAST.matcher(body).replaceAll("")).replaceAll(""));
    }
}
