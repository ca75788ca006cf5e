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
 * The end of the ledger, one row. Who holds its lock gives out the next numbers; commits happen in the order of
 * numbers because the lock is held until the commit.
 */
@Entity
@Table(name = "ledger_head")
public class LedgerHead extends PanacheEntityBase {

    private static final int THE_ONE = 1;

    @Id
    public int id;

    /** The last number given out; 0 before the first. */
    public long number;

    /** When it was recorded. */
    public Instant recordedAt;

    /** Tells this ledger from any other; what is derived from one is worthless for another. */
    public String lineage;

    /**
     * Waits for the lock and holds it until the transaction ends. The last revision is looked at as well: in a store of
     * H2 that several writers shared at once the head may have lost a number, and no number is given twice.
     */
    public static LedgerHead lock() {
        LedgerHead head = findById(THE_ONE, LockModeType.PESSIMISTIC_WRITE);
        head.number = Math.max(head.number, getEntityManager()
                .createQuery("select coalesce(max(number), 0) from Revision", Long.class).getSingleResult());
        return head;
    }

    /** The last number as this transaction sees it now, whatever it has read of the row before. */
    public static long number() {
        return getEntityManager().createQuery("select number from LedgerHead", Long.class).getSingleResult();
    }

    /** The head as this transaction sees it. */
    public static LedgerHead read() {
        return findById(THE_ONE);
    }

    /** The lineage, made when it is first asked for. Once it is made no start waits for the lock to read it. */
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

    /** It was told what stood at an instant: whatever a clock says, later numbers are recorded after that. */
    public void passed(Instant instant) {
        if (!recordedAt.isAfter(instant)) {
            recordedAt = instant.plus(1, ChronoUnit.MICROS);
        }
    }

    /**
     * The next number. Its time is now, yet never before the time of the number before it.
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
