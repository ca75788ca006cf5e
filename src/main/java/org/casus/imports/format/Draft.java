package org.casus.imports.format;

import java.util.List;
import java.util.Set;
import org.casus.event.EventInput;
import org.casus.imports.table.RowIssue;

/**
 * The content of a row in terms of the model.
 *
 * @param needs the resources that the event refers to, each after the resources that it refers to itself
 * @param event the event, with its id; null if the row describes another resource
 * @param objections broken rules that do not prevent the row from being loaded
 * @param other the resource that the row describes if it is not an event; else null
 * @param mentions references to resources that the row does not describe itself
 * @param unsaid the members of the event for which the file has no columns
 */
public record Draft(List<RequiredResource> needs, EventInput event, List<RowIssue> objections, RequiredResource other,
        List<UnresolvedReference> mentions, Set<String> unsaid) {

    /** Creates the draft of an event and the resources that it needs. */
    public Draft(List<RequiredResource> needs, EventInput event, List<RowIssue> objections, Set<String> unsaid) {
        this(needs, event, objections, null, List.of(), unsaid);
    }

    /** Returns a copy with other, equal instances of the needed resources. */
    public Draft withNeeds(List<RequiredResource> same) {
        return new Draft(same, event, objections, other, mentions, unsaid);
    }
}
