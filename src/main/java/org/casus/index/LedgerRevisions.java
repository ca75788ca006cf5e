package org.casus.index;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.ledger.DatasetRelease;
import org.casus.ledger.Follower;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.LedgerHead;
import org.casus.ledger.Revision;
import org.casus.query.AsOf;
import org.casus.readmodel.Revisions;
import org.casus.store.Transactions;

/** Maps instants and dataset releases to revision numbers by means of the ledger. */
@Singleton
public class LedgerRevisions implements Revisions {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Longer than any transaction may take. A writer that holds an earlier time has committed or failed by then. */
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(2);

    private final LedgerClock clock;
    private final Follower follower;

    LedgerRevisions(LedgerClock clock, Follower follower) {
        this.clock = clock;
        this.follower = follower;
    }

    @Override
    public long head() {
        return Transactions.read(() -> LedgerHead.read().number);
    }

    @Override
    public long visible() {
        return follower.visible();
    }

    @Override
    public long at(AsOf.Moment moment, String parameter) {
        // revisions are recorded in whole microseconds; a database would round a finer value up to the next one
        Instant instant = moment.instant().truncatedTo(ChronoUnit.MICROS);
        if (!instant.isBefore(clock.now())) {
            throw Problem.parameter(parameter, ErrorCode.RANGE, moment.instant()
                    + " has not passed, so its answer could still change; use " + parameter + "=" + head() + ", the latest revision");
        }
        return known(instant).orElseGet(() -> settled(instant));
    }

    /** Returns the revision at an instant, or empty if a revision with an earlier time could still be recorded. */
    private OptionalLong known(Instant instant) {
        return Transactions.read(() -> {
            LedgerHead head = LedgerHead.read();
            boolean isFinal = head.recordedAt.isAfter(instant) || !instant.isAfter(clock.now().minus(LONGEST_WRITE));
            return isFinal ? OptionalLong.of(at(instant, head)) : OptionalLong.empty();
        });
    }

    /**
     * Fixes the revision of an instant under the ledger lock. The method is synchronized, so concurrent readers share one
     * result and rarely compete with writers for the lock.
     */
    private synchronized long settled(Instant instant) {
        return known(instant).orElseGet(() -> Transactions.write(() -> {
            // a writer may hold an earlier time without having committed; only what is read under the lock is final
            LedgerHead head = LedgerHead.lock();
            Instant last = clock.next(head.recordedAt).minus(1, ChronoUnit.MICROS);
            head.passed(last.isAfter(instant) ? last : instant);
            return at(instant, head);
        }));
    }

    private static long at(Instant instant, LedgerHead head) {
        return head.recordedAt.isAfter(instant) ? lastAt(instant, head.number) : head.number;
    }

    @Override
    public long at(AsOf.Release release) {
        return Transactions.read(() -> DatasetRelease.last(release.dataset(), release.name())
                .map(known -> known.revision)
                .orElseThrow(() -> Problem.parameter("asOf", ErrorCode.UNKNOWN_REFERENCE, "there is no release '"
                        + CleanText.shown(release.name()) + "' of '" + release.dataset() + (DatasetRelease.of(release.dataset()).isEmpty()
                        ? "', nor any other; GET /datasets lists the datasets that there are"
                        : "'; GET /datasets/" + release.dataset() + "/releases lists them"))));
    }

    /** Finds the last revision at or before an instant by binary search: numbers have no gaps, and times never decrease. */
    private static long lastAt(Instant instant, long head) {
        long at = 0;
        long after = head + 1;
        while (after - at > 1) {
            long middle = (at + after) >>> 1;
            if (recordedAt(middle).isAfter(instant)) {
                after = middle;
            } else {
                at = middle;
            }
        }
        return at;
    }

    private static Instant recordedAt(long number) {
        return Revision.getEntityManager().createQuery("select recordedAt from Revision where number = ?1", Instant.class)
                .setParameter(1, number)
                .getSingleResult();
    }

    @Override
    public void await(long revision) {
        if (!follower.await(revision, PATIENCE)) {
            throw Problem.unavailable("this node has not caught up with revision " + revision + " yet", 2);
        }
    }
}
