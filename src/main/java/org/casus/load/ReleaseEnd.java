package org.casus.load;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.casus.http.Precondition;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.ledger.Archive;
import org.casus.ledger.Ending;
import org.casus.ledger.Kinds;
import org.casus.load.format.Objection;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Slug;

/** What a dataset had from files before, and a release no longer has: deleted, each with the release as the reason. */
final class ReleaseEnd {

    private final ImportJob job;
    private final Archive archive;
    private final Kinds kinds;
    /** The last event that was looked at. */
    private String last = "";

    ReleaseEnd(ImportJob job, Archive archive, Kinds kinds) {
        this.job = job;
        this.archive = archive;
        this.kinds = kinds;
    }

    /** Deletes the next so many; false if none was left. */
    boolean deleteSome(int most) {
        List<Origin> gone = QuarkusTransaction.requiringNew().call(() -> gone(most));
        if (gone.isEmpty()) {
            return false;
        }
        last = gone.get(gone.size() - 1).event;
        List<Receipt> receipts = gone.stream().map(this::delete).toList();
        QuarkusTransaction.requiringNew().run(() -> record(receipts));
        return true;
    }

    private List<Origin> gone(int most) {
        if (job.scope == null) {
            return Origin.<Origin>find("event > ?1 and dataset = ?2 and seenIn <> ?3 order by event", last, job.dataset, job.id)
                    .page(0, most).list();
        }
        return Origin.<Origin>find("event > ?1 and dataset = ?2 and seenIn <> ?3 and exists"
                        + " (select 1 from Event e where e.slug = event and e.place in ?4) order by event",
                last, job.dataset, job.id, below(job.scope)).page(0, most).list();
    }

    /** A place and everything in it. */
    private static Set<String> below(String place) {
        Set<String> found = new LinkedHashSet<>(Set.of(place));
        Collection<String> last = found;
        while (!last.isEmpty()) {
            last = new LinkedHashSet<>(Origin.getEntityManager()
                    .createQuery("select p.slug from Place p where p.within.slug in ?1", String.class)
                    .setParameter(1, last).getResultList());
            last.removeAll(found);
            found.addAll(last);
        }
        return found;
    }

    private Receipt delete(Origin gone) {
        Slug id = new Slug(gone.event);
        try {
            long revision = archive.delete(kinds.get(ResourceKind.EVENT), id, Precondition.NONE, job.author(),
                    "not in " + job.dataset + (job.releaseName == null ? "" : " " + job.releaseName) + " any more, "
                            + job.reason()).revision();
            return new Receipt(null, null, Outcome.DELETED, gone.event, null, revision, List.of(), List.of());
        } catch (Problem e) {
            if (e.type() == ProblemType.GONE || e.type() == ProblemType.NOT_FOUND) {
                // deleted before a stop, or by an editor
                return new Receipt(null, null, Outcome.DELETED, gone.event, Outcome.UNCHANGED, tombstone(id), List.of(), List.of());
            }
            if (e.type() == ProblemType.CONFLICT) {
                return new Receipt(null, null, Outcome.KEPT, gone.event, null, null, List.of(),
                        List.of(new Objection("id", gone.event, "is not in this release, but others refer to it")));
            }
            throw e;
        }
    }

    private static long tombstone(Slug id) {
        return QuarkusTransaction.requiringNew().call(() -> Ending.lastOf(ResourceKind.EVENT, id.value())
                .map(last -> last.number).orElseThrow());
    }

    private void record(List<Receipt> receipts) {
        ImportJob now = ImportJob.findById(job.id);
        for (Receipt receipt : receipts) {
            if (receipt.outcome() == Outcome.DELETED) {
                now.deleted++;
                if (receipt.change() == null) {
                    now.note(receipt.revision(), receipt.revision());
                }
                Origin.deleteById(receipt.event());
            } else {
                now.kept++;
                Origin.update("seenIn = ?1 where event = ?2", job.id, receipt.event());
            }
        }
        ImportBlock.of(job.id, ImportBlock.next(job.id), receipts, List.of()).persist();
    }
}
