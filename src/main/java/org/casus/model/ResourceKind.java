package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of resource that have an id, revisions and a collection of their own. */
public enum ResourceKind {

    @JsonProperty("event") EVENT("event", "events"),
    @JsonProperty("actor") ACTOR("actor", "actors"),
    @JsonProperty("place") PLACE("place", "places"),
    @JsonProperty("source") SOURCE("source", "sources"),
    @JsonProperty("statement") STATEMENT("statement", "statements"),
    @JsonProperty("dataset") DATASET("dataset", "datasets"),
    @JsonProperty("event-type") EVENT_TYPE("event-type", "event-types");

    private final String token;
    private final String collection;

    ResourceKind(String token, String collection) {
        this.token = token;
        this.collection = collection;
    }

    /** The kind as it is written in answers and in the ledger. */
    public String token() {
        return token;
    }

    /** The first segment of its paths. */
    public String collection() {
        return collection;
    }

    /** Returns whether resources of this kind stand below others of their kind. */
    public boolean isHierarchical() {
        return this == ACTOR || this == PLACE || this == EVENT_TYPE;
    }

    /** @throws IllegalArgumentException if no kind has that token */
    public static ResourceKind ofToken(String token) {
        for (ResourceKind kind : values()) {
            if (kind.token.equals(token)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind '" + token + "'");
    }
}
