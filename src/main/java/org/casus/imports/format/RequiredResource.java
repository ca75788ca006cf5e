package org.casus.imports.format;

import java.util.List;
import org.casus.model.Identifier;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;

/**
 * Something that an event refers to, and that is made where it is not there.
 *
 * @param id its id if it is made; other drafts refer to it by this one
 * @param known what it is called elsewhere: something that is there and called the same is the same
 * @param input of the kind's own type
 * @param ours whether it belongs to the dataset that is loaded, and changes with it
 */
public record RequiredResource(ResourceKind kind, Slug id, List<Identifier> known, Object input, boolean ours) {
}
