package org.casus.imports.format;

import java.util.List;
import org.casus.model.Identifier;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;

/**
 * A resource that a draft refers to, and that is created if it does not exist.
 *
 * @param id the id under which it is created; drafts refer to it by this id
 * @param known its identifiers in other schemes: an existing resource with one of them is the same resource
 * @param input its content, as the input record of its resource type
 * @param ours whether it belongs to the dataset that is loaded, and is updated with it
 */
public record RequiredResource(ResourceKind kind, Slug id, List<Identifier> known, Object input, boolean ours) {
}
