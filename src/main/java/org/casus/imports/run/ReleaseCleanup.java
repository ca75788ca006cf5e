package org.casus.imports.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.casus.event.EventView;
import org.casus.http.Precondition;
import org.casus.http.problem.Problem;
import org.casus.imports.job.ImportBlock;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.Origin;
import org.casus.imports.job.Outcome;
import org.casus.imports.job.Receipt;
import org.casus.imports.table.RowIssue;
import org.casus.ledger.Operation;
import org.casus.ledger.SupersededState;
import org.casus.ledger.write.BulkSession;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ledger.write.WriteService;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.edtf.Edtf;
import org.casus.store.Transactions;

/**
 * Deletes the events that a dataset has from earlier files and that a release no longer contains, with the release as the reason.
 * Events that others refer to are tried again until no more can be deleted, since the referrers may be missing from the release, too.
 * Conflicts and dyads come after the events of rows: those without parts are deleted, and others may be shortened.
 */
final class ReleaseCleanup {

    private final ImportJob job;
    private final WriteService writes;
    private final ResourceTypes types;
    private final BooleanSupplier stopping;
    /** The last event of the first pass, and whether that pass is complete. */
    private String last = "";
    private boolean walked;
    /** The conflicts and dyads; null until the events of rows are done. */
    private ContainerEvents containerEvents;
    /** The events left in the current pass, the events kept during it, and whether it deleted any. */
    private List<String> again = List.of();
    private List<String> kept = new ArrayList<>();
    private boolean deleted;
    /** A cache of the places of events and their ancestors: whether they are in the scope. */
    private final Map<String, Boolean> inScope = new HashMap<>();

    ReleaseCleanup(ImportJob job, WriteService writes, ResourceTypes types, BooleanSupplier stopping) {
        this.job = job;
        this.writes = writes;
        this.types = types;
        this.stopping = stopping;
    }

    /** Returns whether the end of a release made a deletion. A row that comes back after that is treated as new. */
    static boolean made(SupersededState deletion) {
        return deletion.revision.operation == Operation.DELETE && deletion.revision.isByImport();
    }

    private String reason() {
        return "not in " + job.dataset + (job.releaseName == null ? "" : " " + job.releaseName) + " any more, " + job.reason();
    }

    /** Processes up to the given number of events, and returns whether there may be more to do. */
    boolean deleteSome(int most) {
        if (!walked) {
            deleteAll(next(most));
        } else if (!again.isEmpty()) {
            List<String> some = again.subList(0, Math.min(most, again.size()));
            again = again.subList(some.size(), again.size());
            deleteAll(some);
        } else if (deleted && !kept.isEmpty()) {
            // in reverse order, so that a chain of events that each refer to the next takes one more pass and not one per event
            Collections.reverse(kept);
            again = kept;
            kept = new ArrayList<>();
            deleted = false;
        } else if (!kept.isEmpty()) {
            List<String> some = kept.subList(0, Math.min(most, kept.size()));
            kept = kept.subList(some.size(), kept.size());
            record(some.stream().map(ReleaseCleanup::keeping).toList());
        } else if (containerEvents == null) {
            containerEvents = ContainerEvents.of(job.dataset);
            again = Stream.concat(unnoted().stream(), containerEvents.empty().stream()).toList();
        } else {
            shorten(containerEvents.tooLong());
            return false;
        }
        return true;
    }

    /** Returns the events without origin that this import deleted but could not record before it stopped. Others are found by origin. */
    private List<String> unnoted() {
        return Transactions.read(() -> {
            Long noted = ImportJob.<ImportJob>findById(job.id).lastRevision;
            return Origin.getEntityManager()
                    .createQuery("select r.resource from Revision r where r.number > ?1 and r.dataset = ?2 and r.kind = EVENT"
                            + " and r.operation = DELETE and r.importId = ?3"
                            + " and not exists (select 1 from Origin o where o.event = r.resource)", String.class)
                    .setParameter(1, noted == null ? 0 : noted).setParameter(2, job.dataset).setParameter(3, job.id)
                    .getResultList();
        });
    }

    /** Shortens container events. Times that editors corrected are kept, since no receipt of a row could report the overwriting. */
    private void shorten(Map<String, Edtf> days) {
        if (days.isEmpty()) {
            return;
        }
        writes.load(job.author(), job.reason(), new BulkSession(), transaction -> {
            transaction.expect(ResourceKind.EVENT, days.keySet());
            days.forEach((id, when) -> transaction.state(ResourceKind.EVENT, id, EventView.class)
                    .filter(present -> Resolution.loaded(present).when().equals(present.when()))
                    .ifPresent(present -> transaction.put(ResourceKind.EVENT, new Slug(id), present.asInput().at(when))));
            return transaction;
        }, (transaction, same) -> transaction.numbers().ifPresent(
                numbers -> ImportJob.<ImportJob>findById(job.id).note(numbers[0], numbers[1])));
    }

    /** Returns the next events that the release lacks although they are in its scope. */
    private List<String> next(int most) {
        return Transactions.read(() -> {
            List<Object[]> some = Origin.getEntityManager().createQuery("select o.event, e.slug, p.slug from Origin o"
                            + " left join Event e on e.slug = o.event left join e.place p"
                            + " where o.event > ?1 and o.dataset = ?2 and o.seenIn < ?3 order by o.event", Object[].class)
                    .setParameter(1, last).setParameter(2, job.dataset).setParameter(3, job.id)
                    .setMaxResults(most).getResultList();
            walked = some.isEmpty();
            last = walked ? last : (String) some.get(some.size() - 1)[0];
            // the place of an event that no longer exists is unknown
            return some.stream().filter(row -> job.scope == null || row[1] == null
                    || row[2] != null && isInScope((String) row[2])).map(row -> (String) row[0]).toList();
        });
    }

    /** Returns whether a place is the scope or lies within it. */
    private boolean isInScope(String place) {
        Boolean known = inScope.get(place);
        if (known == null) {
            known = place.equals(job.scope) || above(place).filter(this::isInScope).isPresent();
            inScope.put(place, known);
        }
        return known;
    }

    private static Optional<String> above(String place) {
        return Origin.getEntityManager().createQuery("select p.within.slug from Place p where p.slug = ?1", String.class)
                .setParameter(1, place).getResultStream().findFirst();
    }

    private void deleteAll(List<String> gone) {
        List<Receipt> receipts = new ArrayList<>();
        for (String event : gone) {
            if (stopping.getAsBoolean()) {
                break;
            }
            delete(event).ifPresent(receipts::add);
        }
        deleted |= !receipts.isEmpty();
        record(receipts);
    }

    private Optional<Receipt> delete(String event) {
        try {
            return Optional.of(deletion(event, writes.delete(types.get(ResourceKind.EVENT), new Slug(event), Precondition.NONE,
                    job.author(), reason()).revision(), null));
        } catch (Problem e) {
            return switch (e.type()) {
                case GONE, NOT_FOUND -> deletedBefore(event);
                case CONFLICT -> {
                    kept.add(event);
                    yield Optional.empty();
                }
                default -> throw e;
            };
        }
    }

    /**
     * Returns the receipt of an event that was already deleted, by this import just before it stopped or by somebody else. A deletion
     * by somebody else has no receipt if the release has a scope.
     */
    private Optional<Receipt> deletedBefore(String event) {
        return Transactions.read(() -> {
            Optional<SupersededState> deletion = SupersededState.lastOf(ResourceKind.EVENT, event);
            boolean ours = deletion.filter(last -> job.id.equals(last.revision.importId)).isPresent();
            return deletion.filter(last -> ours || job.scope == null)
                    .map(last -> deletion(event, last.number, ours ? null : Outcome.UNCHANGED));
        });
    }

    private static Receipt deletion(String event, long revision, Outcome change) {
        return new Receipt(null, null, Outcome.DELETED, event, change, revision, List.of(), List.of());
    }

    private static Receipt keeping(String event) {
        return new Receipt(null, null, Outcome.KEPT, event, null, null, List.of(),
                List.of(new RowIssue("id", event, "is not in this release, but others refer to it")));
    }

    private void record(List<Receipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        Transactions.write(() -> {
            ImportJob now = ImportJob.findById(job.id);
            receipts.forEach(receipt -> count(receipt, now));
            ImportBlock.of(job.id, ImportBlock.next(job.id), receipts, List.of()).persist();
        });
    }

    private void count(Receipt receipt, ImportJob now) {
        if (receipt.outcome() == Outcome.KEPT) {
            now.kept++;
            Origin.update("seenIn = ?1 where event = ?2 and seenIn < ?1", job.id, receipt.event());
            return;
        }
        now.deleted++;
        if (receipt.change() == null) {
            now.note(receipt.revision(), receipt.revision());
        }
        Origin.delete("event = ?1 and seenIn < ?2", receipt.event(), job.id);
    }
}
