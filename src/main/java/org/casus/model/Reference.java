package org.casus.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A reference from one resource to another. Internally it is a resource type and an id. References to events and sources also carry the
 * title at the time when the referring state was written, because the directory in {@code readmodel.names} does not contain
 * them. In responses, a reference is an object with {@code id}, {@code name} and {@code href}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reference(ResourceKind kind, String id, String title) {

    /** Returns a reference without a title, whose name is looked up in the directory. */
    public static Reference to(ResourceKind kind, String id) {
        return new Reference(kind, id, null);
    }

    /** Returns a reference without a title, or null if the id is null. */
    public static Reference toAny(ResourceKind kind, String id) {
        return id == null ? null : to(kind, id);
    }

    /** Returns the id of a reference, or null if the reference is null. */
    public static String idOf(Reference reference) {
        return reference == null ? null : reference.id;
    }

    /** Returns whether both refer to the same resource. The title is ignored, because it may have changed in the meantime. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Reference that && kind == that.kind && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
