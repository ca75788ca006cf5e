package org.casus.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.casus.http.problem.Problem;
import org.casus.store.Transactions;

/**
 * The head of the ledger, a single row that holds the last revision number. A transaction locks the row to take the next numbers
 * and holds the lock until it commits, so revisions are committed in the order of their numbers.
 */
@Entity
@Table(name = "ledger_head")
public class LedgerHead extends PanacheEntityBase {

    private static final int THE_ONE = 1;

    @Id
    public int id;

    /** The last number given out; 0 before the first. */
    public long number;

    /** The time at which that number was recorded, which {@link #passed} may have moved forward. */
    public Instant recordedAt;

    /** Identifies this ledger. An index that was built from a ledger with another lineage must not be used. */
    public String lineage;

    /**
     * Waits for the row lock and returns the head; the lock is held until the transaction ends. The greatest number in the revision
     * table is read as well: in an H2 database that several writers used at once, the head may have lost an update, and no number may
     * be given out twice.
     */
    public static LedgerHead lock() {
        LedgerHead head = findById(THE_ONE, LockModeType.PESSIMISTIC_WRITE);
        head.number = Math.max(head.number, getEntityManager()
                .createQuery("select coalesce(max(number), 0) from Revision", Long.class).getSingleResult());
        return head;
    }

    /** Returns the last number as this transaction sees it now, even if the persistence context holds an older head. */
    public static long number() {
        return getEntityManager().createQuery("select number from LedgerHead", Long.class).getSingleResult();
    }

    /** Returns the head as this transaction sees it, without a lock. */
    public static LedgerHead read() {
        return findById(THE_ONE);
    }

    /** Returns the lineage, which is created on the first call. Later calls do not need the lock. */
    public static String lineage() {
        return Optional.ofNullable(Transactions.read(() -> read().lineage))
                .orElseGet(() -> StartupRetry.write(() -> Transactions.write(() -> {
                    LedgerHead head = lock();
                    if (head.lineage == null) {
                        head.lineage = UUID.randomUUID().toString();
                    }
                    return head.lineage;
                })));
    }

    /** Moves the recorded time past an instant whose state was read. All later revisions get later times, whatever the clock says. */
    public void passed(Instant instant) {
        if (!recordedAt.isAfter(instant)) {
            recordedAt = instant.plus(1, ChronoUnit.MICROS);
        }
    }

    /**
     * Returns the next number and sets its time: the present time, but never earlier than the time of the previous number.
     *
     * @throws Problem 503 if the clock is in doubt
     */
    public long next(LedgerClock clock) {
        Instant now = clock.next(recordedAt);
        if (now.isAfter(recordedAt)) {
            recordedAt = now;
        }
        return ++number;
    }
}
