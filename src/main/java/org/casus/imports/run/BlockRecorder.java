package org.casus.imports.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.imports.format.ImportMode;
import org.casus.imports.format.Layout;
import org.casus.imports.job.ImportBlock;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.Origin;
import org.casus.imports.job.Outcome;
import org.casus.imports.job.Receipt;
import org.casus.ledger.BulkInsert;
import org.casus.ledger.InChunks;
import org.casus.ledger.write.BulkTransaction;

/** Records the receipts of a block of rows, the rows themselves, and the origins of their events. */
final class BlockRecorder {

    private final Layout layout;
    private final ImportJob job;
    private final Map<String, Origin> origins;
    private final Resolution resolution;

    /**
     * @param job the import as it is in the transaction
     * @param origins the known origins by event, to which new ones are added
     */
    BlockRecorder(Layout layout, ImportJob job, Map<String, Origin> origins, Resolution resolution) {
        this.layout = layout;
        this.job = job;
        this.origins = origins;
        this.resolution = resolution;
    }

    /** Records the rows of a block, in the transaction that wrote them, once revisions have numbers. */
    void record(int block, List<RowOutcome> rows) {
        List<Receipt> receipts = new ArrayList<>();
        List<String> raw = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        List<Origin> first = new ArrayList<>();
        for (RowOutcome one : rows) {
            job.count(one.outcome());
            job.nameless += one.outcome() == Outcome.REFUSED && one.event() == null ? 1 : 0;
            receipts.add(one.receipt(job.rowsRead));
            if (one.event() != null) {
                job.countChanged(one.changed());
            }
            boolean origin = isOrigin(one);
            if (origin) {
                note(one, block, raw.size()).ifPresent(first::add);
            } else if (one.event() != null) {
                seen.add(one.event());
            }
            if (origin || one.outcome() == Outcome.REFUSED) {
                raw.add(one.read().raw());
            }
        }
        BulkInsert.insert(Origin.getEntityManager(), first);
        InChunks.each(seen, some -> Origin.update("seenIn = ?1 where event in ?2 and seenIn < ?1", job.id, some));
        ImportBlock.of(job.id, block, receipts, raw).persist();
    }

    /** Returns whether this row becomes the origin of its event. */
    private boolean isOrigin(RowOutcome one) {
        return one.event() != null && one.put() != null && (one.put().outcome() != BulkTransaction.Outcome.UNCHANGED
                || layout.isOrigin() || job.loadMode == ImportMode.RELEASE && !origins.containsKey(one.event()));
    }

    /** Notes the row as the origin of its event. Returns the origin if it is new and has to be inserted. */
    private Optional<Origin> note(RowOutcome one, int block, int index) {
        Origin origin = origins.get(one.event());
        boolean fresh = origin == null;
        if (fresh) {
            origin = new Origin();
            origin.event = one.event();
        }
        origin.dataset = resolution.dataset(one.read().draft().event());
        origin.importId = job.id;
        origin.block = block;
        origin.rowIndex = index;
        origin.line = one.read().line();
        origin.hash = one.read().hash();
        origin.revision = one.put().revision();
        origin.said = one.said();
        origin.seenIn = Math.max(origin.seenIn, job.id);
        if (!fresh) {
            return Optional.empty();
        }
        origins.put(one.event(), origin);
        return Optional.of(origin);
    }
}
