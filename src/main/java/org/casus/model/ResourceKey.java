package org.casus.model;

/** One resource: its kind, and its id within that kind. */
public record ResourceKey(ResourceKind kind, String id) {
}
