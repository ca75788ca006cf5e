package org.casus.imports.format;

import org.casus.model.ResourceKind;
import org.casus.model.Slug;

/**
 * A reference from a row to a resource by its id.
 *
 * @param pointer the position of the reference in the row, as a JSON Pointer
 * @param name the name of the resource in the row; null if absent
 * @param publisher the publisher of a source in the row; null if absent
 * @param above whether the resource is an ancestor of the row's resource, in a hierarchy that must have no cycles
 */
public record UnresolvedReference(String pointer, ResourceKind kind, Slug id, String name, String publisher, boolean above) {
}
