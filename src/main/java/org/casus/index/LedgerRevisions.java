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

/** Maps instants and releases to revision numbers, by the ledger. */
@Singleton
public class LedgerRevisions implements Revisions {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Longer than any transaction may take: who holds an older time has committed or failed. */
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
        // revisions are recorded in whole microseconds; a database would round what is finer to the next one
        Instant instant = moment.instant().truncatedTo(ChronoUnit.MICROS);
        if (!instant.isBefore(clock.now())) {
            throw Problem.parameter(parameter, ErrorCode.RANGE, moment.instant()
                    + " has not passed, so its answer could still change; use " + parameter + "=" + head() + ", the latest revision");
        }
        return known(instant).orElseGet(() -> settled(instant));
    }

    /** Returns the revision at an instant after which no earlier time can be recorded. */
    private OptionalLong known(Instant instant) {
        return Transactions.read(() -> {
            LedgerHead head = LedgerHead.read();
            boolean isFinal = head.recordedAt.isAfter(instant) || !instant.isAfter(clock.now().minus(LONGEST_WRITE));
            return isFinal ? OptionalLong.of(at(instant, head)) : OptionalLong.empty();
        });
    }

    /** Settles what stood until now, one for all who ask meanwhile, so that readers hardly ever wait where writers do. */
    private synchronized long settled(Instant instant) {
        return known(instant).orElseGet(() -> Transactions.write(() -> {
            // a writer may hold an earlier time and not have committed yet: what the lock shows is final
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

    /** Found by halving: numbers have no gap, and times never decrease from one to the next. */
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
