package org.casus.ledger.write;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Optional;
import org.casus.ledger.Author;
import org.casus.ledger.BulkInsert;
import org.casus.ledger.Ending;
import org.casus.ledger.Head;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.Operation;
import org.casus.ledger.Revision;
import org.casus.ledger.States;
import org.casus.model.View;

/** What one change writes into the ledger: its revision and, where something stood before, the state that it ended. */
record Row(Revision revision, Optional<Ending> ending) {

    /** @param before null where nothing stood before */
    static <V extends View> Row of(Kind<?, ?, V> kind, Operation operation, String id, V before) {
        Revision revision = new Revision();
        revision.kind = kind.name();
        revision.operation = operation;
        revision.resource = id;
        if (before == null) {
            return new Row(revision, Optional.empty());
        }
        Ending ending = new Ending();
        ending.kind = kind.name();
        ending.resource = id;
        ending.began = before.revision();
        ending.state = States.write(before);
        ending.dataset = kind.datasetOf(before).orElse(null);
        revision.dataset = ending.dataset;
        return new Row(revision, Optional.of(ending));
    }

    /** The dataset of the state that begins, if it has one. */
    void into(Optional<String> dataset) {
        revision.dataset = dataset.orElse(revision.dataset);
    }

    /** Takes the next number of a head that is locked. */
    void number(Head head, LedgerClock clock, Author author, String reason) {
        revision.number = head.next(clock);
        revision.recordedAt = head.recordedAt;
        revision.author = author.name();
        revision.reason = reason;
        revision.importId = author.importId();
        ending.ifPresent(ended -> ended.number = revision.number);
    }

    /** Endings after revisions, which they refer to. */
    static void insert(Collection<Row> rows, EntityManager entities) {
        BulkInsert.insert(entities, rows.stream().map(Row::revision).toList());
        BulkInsert.insert(entities, rows.stream().flatMap(row -> row.ending.stream()).toList());
    }

    boolean creates() {
        return revision.operation == Operation.CREATE;
    }
}
