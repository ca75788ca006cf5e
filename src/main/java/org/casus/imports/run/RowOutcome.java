package org.casus.imports.run;

import java.util.List;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.job.Outcome;
import org.casus.imports.job.Receipt;
import org.casus.imports.run.RowReader.Read;
import org.casus.imports.table.RowIssue;
import org.casus.ledger.write.BulkTransaction;

/**
 * The outcome of a row, as far as it is known before revisions have numbers.
 *
 * @param put null if nothing was put
 */
record RowOutcome(Read read, Outcome outcome, BulkTransaction.Put put, List<RowIssue> objections,
        List<String> changed, String said) {

    static RowOutcome refused(Read read, List<RowIssue> refusals) {
        return new RowOutcome(read, Outcome.REFUSED, null, refusals, List.of(), null);
    }

    /** Returns the event of the row; null if the row has none or it is unknown. */
    String event() {
        return read.isEvent() ? read.event() : read.refused();
    }

    RequiredResource other() {
        return outcome == Outcome.REFUSED ? null : read.draft().other();
    }

    /** Returns what a flagged row did all the same; null for others, whose outcome says it. */
    Outcome change() {
        return outcome != Outcome.FLAGGED ? null : put == null ? Outcome.UNCHANGED : Outcome.valueOf(put.outcome().name());
    }

    Receipt receipt(long number) {
        RequiredResource other = other();
        return new Receipt(number, read.line(), outcome, event(), change(), put == null ? null : put.revision(), changed, objections,
                other == null ? null : other.kind(), other == null ? null : other.id().value());
    }
}
