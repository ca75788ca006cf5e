package org.casus.model;

/** The key of a resource: its resource type and its id, which is unique within that type. */
public record ResourceKey(ResourceKind kind, String id) {
}
