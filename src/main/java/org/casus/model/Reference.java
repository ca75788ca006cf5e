package org.casus.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One resource pointing at another. Within Casus it is an id; only where the directory does not know the name (events
 * and sources) it carries the title that stood when the referring state was written. In answers it is an object with
 * {@code id}, {@code name} and {@code href}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reference(ResourceKind kind, String id, String title) {

    /** A reference whose name is the directory's to say. */
    public static Reference to(ResourceKind kind, String id) {
        return new Reference(kind, id, null);
    }

    /** The same where there may be none: null for null. */
    public static Reference toAny(ResourceKind kind, String id) {
        return id == null ? null : to(kind, id);
    }

    /** The id of a reference that may be missing. */
    public static String idOf(Reference reference) {
        return reference == null ? null : reference.id;
    }

    /** Two are equal when they point at the same: a title that has changed meanwhile makes no other reference. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Reference that && kind == that.kind && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
