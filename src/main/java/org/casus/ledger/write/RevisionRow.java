package org.casus.ledger.write;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Optional;
import org.casus.ledger.Author;
import org.casus.ledger.BulkInsert;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.LedgerHead;
import org.casus.ledger.Operation;
import org.casus.ledger.Revision;
import org.casus.ledger.StateJson;
import org.casus.ledger.SupersededState;
import org.casus.model.View;

/** The rows that a change adds to the ledger: its revision and, unless it creates the resource, the state that it supersedes. */
record RevisionRow(Revision revision, Optional<SupersededState> ending) {

    /**
     * Creates the rows of a change, without a revision number.
     *
     * @param before the previous state; null if the resource did not exist
     */
    static <V extends View> RevisionRow of(ResourceType<?, ?, V> type, Operation operation, String id, V before) {
        Revision revision = new Revision();
        revision.kind = type.name();
        revision.operation = operation;
        revision.resource = id;
        if (before == null) {
            return new RevisionRow(revision, Optional.empty());
        }
        SupersededState superseded = new SupersededState();
        superseded.kind = type.name();
        superseded.resource = id;
        superseded.began = before.revision();
        superseded.state = StateJson.write(before);
        superseded.dataset = type.datasetOf(before).orElse(null);
        revision.dataset = superseded.dataset;
        return new RevisionRow(revision, Optional.of(superseded));
    }

    /** Sets the dataset of the new state. If it has none, the revision keeps that of the previous state. */
    void into(Optional<String> dataset) {
        revision.dataset = dataset.orElse(revision.dataset);
    }

    /** Takes the next number from the locked ledger head and fills in the author, the time and the reason. */
    void number(LedgerHead head, LedgerClock clock, Author author, String reason) {
        revision.number = head.next(clock);
        revision.recordedAt = head.recordedAt;
        revision.author = author.name();
        revision.reason = reason;
        revision.importId = author.importId();
        ending.ifPresent(ended -> ended.number = revision.number);
    }

    /** Inserts the rows: first the revisions, then the superseded states, which refer to them. */
    static void insert(Collection<RevisionRow> rows, EntityManager entities) {
        BulkInsert.insert(entities, rows.stream().map(RevisionRow::revision).toList());
        BulkInsert.insert(entities, rows.stream().flatMap(row -> row.ending.stream()).toList());
    }

    /** Returns whether the change creates its resource. */
    boolean creates() {
        return revision.operation == Operation.CREATE;
    }
}
