package org.casus.imports.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.casus.imports.table.RowIssue;
import org.casus.model.ResourceKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The receipt of one row: its outcome and what came of it.
 *
 * @param row its number among the rows, from 1; none for an event that a release no longer has
 * @param line where it begins in the file, from 1
 * @param event that it was made into, or that it would change were it not refused
 * @param kind of what it was made into, where that is no event
 * @param changed members of the event in which it differs from before
 * @param change what the event became, where the row was flagged; unchanged, where it had been deleted already
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Receipt", description = "What became of one row", requiredProperties = "outcome")
public record Receipt(Long row, Long line, Outcome outcome, String event, Outcome change, Long revision, List<String> changed,
        List<RowIssue> objections, ResourceKind kind, String id) {

    /** Creates a receipt of a row that changed a resource. */
    public Receipt(Long row, Long line, Outcome outcome, String event, Outcome change, Long revision, List<String> changed,
            List<RowIssue> objections) {
        this(row, line, outcome, event, change, revision, changed, objections, null, null);
    }
}
