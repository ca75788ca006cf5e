package org.casus.imports.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.casus.imports.table.RowIssue;
import org.casus.model.ResourceKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The receipt of one row: its outcome, and the resource that it was loaded as.
 *
 * @param row the number of the row, from 1; null for an event that a release no longer contains
 * @param line the line of the file at which the row begins, from 1
 * @param event the event that the row was loaded as, or would have changed if it had not been refused
 * @param kind the type of the resource that the row was loaded as, if that is not an event
 * @param changed the members of the event that the row changed
 * @param change the effect of a flagged row on its event; for a deleted event, unchanged if it had been deleted before
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Receipt", description = "What became of one row", requiredProperties = "outcome")
public record Receipt(Long row, Long line, Outcome outcome, String event, Outcome change, Long revision, List<String> changed,
        List<RowIssue> objections, ResourceKind kind, String id) {

    /** Creates a receipt of a row that describes an event. */
    public Receipt(Long row, Long line, Outcome outcome, String event, Outcome change, Long revision, List<String> changed,
            List<RowIssue> objections) {
        this(row, line, outcome, event, change, revision, changed, objections, null, null);
    }
}
