package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The types of resource. Resources of each type have ids, revisions and a collection of their own. */
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

    /** Returns the name of this type in responses and in the ledger. */
    public String token() {
        return token;
    }

    /** Returns the first path segment of resources of this type. */
    public String collection() {
        return collection;
    }

    /** Returns whether resources of this type form a hierarchy. */
    public boolean isHierarchical() {
        return this == ACTOR || this == PLACE || this == EVENT_TYPE;
    }

    /**
     * Returns the resource type with the given token.
     *
     * @throws IllegalArgumentException if no type has that token
     */
    public static ResourceKind ofToken(String token) {
        for (ResourceKind kind : values()) {
            if (kind.token.equals(token)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind '" + token + "'");
    }
}
