package org.casus.imports.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.event.EventInput;
import org.casus.event.EventView;
import org.casus.event.Fatalities;
import org.casus.imports.format.Draft;
import org.casus.imports.format.Layout;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.Origin;
import org.casus.imports.job.Outcome;
import org.casus.imports.run.RowReader.Read;
import org.casus.imports.table.RefusedRowException;
import org.casus.imports.table.RowIssue;
import org.casus.ledger.InChunks;
import org.casus.ledger.Operation;
import org.casus.ledger.StateDiff;
import org.casus.ledger.StateJson;
import org.casus.ledger.SupersededState;
import org.casus.ledger.write.BulkTransaction;
import org.casus.ledger.write.InputReader;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.View;

/** Writes rows of a file in one transaction: first the resources that they need, then their events. */
final class RowBatch {

    private final ImportJob job;
    private final Layout layout;
    private final List<Read> rows;
    private final BulkTransaction transaction;
    private final Resolution resolution;
    private final ReferencedResources references;
    private Map<String, Origin> origins = Map.of();
    /** Events that the end of a release deleted, but whose origins still exist because the import stopped right after. */
    private Set<String> gone = Set.of();
    private final List<RowOutcome> pending = new ArrayList<>();
    private final Map<String, Read> last;

    RowBatch(ImportJob job, Layout layout, List<Read> rows, BulkTransaction transaction, InputReader reader, ResolutionCache cache) {
        this.job = job;
        this.layout = layout;
        this.rows = rows;
        this.last = lastOf(rows);
        this.transaction = transaction;
        this.resolution = new Resolution(job, transaction, cache);
        this.references = new ReferencedResources(layout, transaction, reader);
    }

    /** Puts all rows into the transaction. */
    RowBatch put() {
        List<String> ids = rows.stream().filter(Read::isEvent).map(Read::event).distinct().toList();
        origins = InChunks.find(ids, some -> Origin.<Origin>list("event in ?1", some)).stream()
                .collect(Collectors.toMap(origin -> origin.event, origin -> origin));
        transaction.expect(ResourceKind.EVENT, ids);
        gone = origins.keySet().stream().filter(id -> !transaction.has(ResourceKind.EVENT, id)
                && SupersededState.lastOf(ResourceKind.EVENT, id).filter(ReleaseCleanup::made).isPresent()).collect(Collectors.toSet());
        List<Draft> drafts = rows.stream().filter(one -> counts(one) && !isKnown(one)).map(Read::draft).toList();
        resolution.resolve(drafts.stream().flatMap(draft -> draft.needs().stream()).toList());
        references.expect(drafts);
        Set<String> met = new LinkedHashSet<>();
        rows.forEach(one -> pending.add(put(one, met)));
        return this;
    }

    /** Returns the last row of each event. Earlier rows of the same event are ignored. */
    private static Map<String, Read> lastOf(List<Read> rows) {
        return rows.stream().filter(Read::isEvent)
                .collect(Collectors.toMap(Read::event, one -> one, (before, after) -> after));
    }

    private boolean counts(Read one) {
        return one.draft() != null && (!one.isEvent() || last.get(one.event()) == one);
    }

    private RowOutcome put(Read one, Set<String> met) {
        if (one.draft() == null) {
            return RowOutcome.refused(one, one.refusals());
        }
        if (!counts(one)) {
            met.add(one.event());
            return new RowOutcome(one, Outcome.FLAGGED, null,
                    List.of(new RowIssue("id", one.event(), "stands in the file once; it is in line "
                    + last.get(one.event()).line() + " as well, and the last row with it counts")), List.of(), null);
        }
        try {
            return one.isEvent() ? put(one, Optional.ofNullable(origins.get(one.event())), !met.add(one.event()))
                    : putOther(one, !met.add(one.draft().other().kind() + ":" + one.draft().other().id()));
        } catch (RefusedRowException e) {
            return RowOutcome.refused(one, e.objections());
        }
    }

    /** Puts a resource other than an event, for which no earlier row is kept to compare with. */
    private RowOutcome putOther(Read one, boolean again) {
        ResourceKind kind = one.draft().other().kind();
        Slug id = one.draft().other().id();
        List<RowIssue> objections = new ArrayList<>(references.make(one.draft()));
        boolean begun = !again && isBegun(kind, id);
        if (again || !begun && transaction.doneByImport(job.id, kind, id.value()).isPresent() && layout.elsewhere(kind, id).isEmpty()) {
            objections.add(new RowIssue("/id", id.value(), "stands in the file once; the last row with it counts"));
        }
        Optional<View> before = transaction.state(kind, id.value(), View.class);
        BulkTransaction.Put put = transaction.put(kind, id, one.draft().other().input());
        List<String> changed = before.isEmpty() || begun ? List.of()
                : StateDiff.members(before.get(), transaction.state(kind, id.value(), View.class).orElseThrow());
        return new RowOutcome(one, outcome(objections, put, begun), put, objections, changed, null);
    }

    /** Returns whether this import created the resource before its own row: for a reference, or as the dataset of the import. */
    private boolean isBegun(ResourceKind kind, Slug id) {
        return (layout.elsewhere(kind, id).isPresent() || kind == ResourceKind.DATASET && id.value().equals(job.dataset))
                && transaction.doneByImport(job.id, kind, id.value()).filter(Operation.CREATE::equals).isPresent();
    }

    private static Outcome outcome(List<RowIssue> objections, BulkTransaction.Put put, boolean begun) {
        return !objections.isEmpty() ? Outcome.FLAGGED : begun ? Outcome.CREATED : Outcome.valueOf(put.outcome().name());
    }

    private boolean isKnown(Read one) {
        Origin origin = one.isEvent() ? origins.get(one.event()) : null;
        return origin != null && isSame(origin, one);
    }

    /** Returns whether the same row was last loaded into the same dataset. Into another dataset, it moves the event. */
    private boolean isSame(Origin origin, Read one) {
        return origin.hash.equals(one.hash()) && !gone.contains(one.event())
                && Objects.equals(origin.dataset, resolution.dataset(one.draft().event()));
    }

    private RowOutcome put(Read one, Optional<Origin> origin, boolean again) {
        String id = one.event();
        List<RowIssue> objections = new ArrayList<>(one.draft().objections());
        if (again || origin.filter(from -> from.seenIn == job.id).isPresent()) {
            objections.add(new RowIssue("id", id, "stands in the file once; the last row with it counts"));
        }
        if (origin.isPresent() && isSame(origin.get(), one) && !again) {
            if (!transaction.has(ResourceKind.EVENT, id)) {
                objections.add(new RowIssue("id", id, "was deleted here, and the row has not changed since; it stays deleted"));
            }
            return new RowOutcome(one, objections.isEmpty() ? Outcome.UNCHANGED : Outcome.FLAGGED, null, objections,
                    List.of(), null);
        }
        objections.addAll(references.make(one.draft()));
        one.draft().needs().forEach(required -> objections.addAll(resolution.lostOf(required)));
        boolean begun = !again && isBegun(ResourceKind.EVENT, new Slug(id));
        Optional<EventView> present = transaction.state(ResourceKind.EVENT, id, EventView.class);
        EventInput said = resolution.rewritten(one.draft().event());
        origin.ifPresent(from -> sayWhatElseChanges(from, present, said, objections));
        Optional<EventInput> loaded = present.isPresent() ? origin.flatMap(from -> loaded(from, present.get()))
                : Optional.empty();
        EventInput fresh = loaded.or(() -> present.map(EventView::asInput))
                .map(before -> EditorCorrections.keeping(one.draft().unsaid(), before, said)).orElse(said);
        EventInput wanted = fresh;
        if (loaded.isPresent()) {
            EditorCorrections.Merged merged = EditorCorrections.merge(loaded.get(), present.get().asInput(), fresh);
            wanted = merged.event();
            merged.overwritten().forEach(member -> objections.add(Resolution.overwritten(present.get(), member)));
        }
        BulkTransaction.Put put = transaction.put(ResourceKind.EVENT, new Slug(id), wanted);
        if (!one.draft().mentions().isEmpty()) {
            put.broken().forEach(broken -> objections.add(
                    new RowIssue(broken.pointer().substring(1), shown(fresh.fatalities()), broken.detail())));
        }
        List<String> changed = put.outcome() == BulkTransaction.Outcome.UPDATED && !begun
                ? EditorCorrections.changed(present.orElseThrow().asInput(), wanted) : List.of();
        return new RowOutcome(one, outcome(objections, put, begun), put, objections, changed,
                wanted.equals(fresh) ? null : EditorCorrections.write(fresh));
    }

    private void sayWhatElseChanges(Origin from, Optional<EventView> present, EventInput said, List<RowIssue> objections) {
        String dataset = said.dataset() == null ? null : said.dataset().value();
        if (present.isEmpty() && !gone.contains(from.event)) {
            objections.add(new RowIssue("id", from.event, "was deleted here, and the row has changed since; it is here again"));
        } else if (present.isPresent() && from.dataset != null && !from.dataset.equals(dataset)) {
            objections.add(new RowIssue("dataset", from.dataset, "is left by the event, which this file puts into " + dataset));
        }
    }

    private static String shown(Fatalities deaths) {
        return deaths == null ? "" : "low " + deaths.low() + ", best " + deaths.best() + ", high " + deaths.high();
    }

    /** Returns the content of the last row if the event differs from it: from the origin, or else from the superseded state. */
    private static Optional<EventInput> loaded(Origin from, EventView present) {
        if (from.said != null) {
            return Optional.of(EditorCorrections.read(from.said));
        }
        if (present.revision() == from.revision) {
            return Optional.empty();
        }
        return SupersededState.ofStateBegunAt(from.revision).map(ended -> StateJson.read(ended.state, EventView.class).asInput());
    }

    /**
     * Completes the batch after the commit.
     *
     * @return nanoseconds for which other writers have waited
     */
    long end() {
        resolution.end();
        return transaction.locked();
    }

    /** Records the rows in the transaction that wrote them, once revisions have numbers. */
    void record(ImportJob current, int block, long position, long line) {
        new BlockRecorder(layout, current, origins, resolution).record(block, pending);
        transaction.numbers().ifPresent(numbers -> current.note(numbers[0], numbers[1]));
        current.noteColumns(layout.recognised());
        current.position = position;
        current.line = line;
    }
}
