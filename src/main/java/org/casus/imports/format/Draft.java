package org.casus.imports.format;

import java.util.List;
import java.util.Set;
import org.casus.event.EventInput;
import org.casus.imports.table.RowIssue;

/**
 * The content of a row in terms of the model.
 *
 * @param needs what the event refers to, each after what it needs itself
 * @param event with its id; null where the row is of something else
 * @param objections rules that the row breaks and that do not keep it from being loaded
 * @param other what the row is of, where that is no event
 * @param mentions what it refers to without saying how to make it
 * @param unsaid members of the event of which the file says nothing, having no columns for them
 */
public record Draft(List<RequiredResource> needs, EventInput event, List<RowIssue> objections, RequiredResource other, List<UnresolvedReference> mentions,
        Set<String> unsaid) {

    /** An event, with all that it needs. */
    public Draft(List<RequiredResource> needs, EventInput event, List<RowIssue> objections, Set<String> unsaid) {
        this(needs, event, objections, null, List.of(), unsaid);
    }

    /** The same with other instances of its needs. */
    public Draft withNeeds(List<RequiredResource> same) {
        return new Draft(same, event, objections, other, mentions, unsaid);
    }
}
