package org.casus.imports.format;

import org.casus.model.ResourceKind;
import org.casus.model.Slug;

/**
 * Where a row refers to something by its id.
 *
 * @param pointer where, as a JSON Pointer
 * @param name what the row calls it; null if it does not
 * @param publisher of a source; null if the row does not say
 * @param above whether the row's own stands below it, in a hierarchy that has no circles
 */
public record UnresolvedReference(String pointer, ResourceKind kind, Slug id, String name, String publisher, boolean above) {
}
