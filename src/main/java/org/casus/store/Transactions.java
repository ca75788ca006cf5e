package org.casus.store;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * Where every transaction begins: one that reads, or one that writes. Each is a new one, whether the thread has one or
 * not, and is rolled back by an exception.
 *
 * <p>In H2, who writes goes alone. Writers that wait for each other's rows lose updates there: of twelve threads that
 * lock a row, change it and commit or give up, some took a number back within a minute, in 2.4.240 and in 2.5.252, or
 * left a row locked; in 2.4.240 a commit that had been acknowledged was lost, too. It costs little, since all writers but for their preparations wait for the head
 * of the ledger anyway; H2 belongs to one process, and so one lock is enough.
 */
public final class Transactions {

    private static final boolean ONE_WRITER = ConfigProvider.getConfig()
            .getValue("quarkus.datasource.db-kind", String.class).equals("h2");

    private static final long PATIENCE_SECONDS = 5;

    /** Fair, so that a load, which comes back at once, lets the others in between. */
    private static final ReentrantLock TURN = new ReentrantLock(true);

    private Transactions() {
    }

    /** Reads. Entities that are changed here are not written. */
    public static <T> T read(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> reading(reading));
    }

    /** Reads for as long as it takes. */
    public static <T> T readAtLength(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().timeout(Integer.MAX_VALUE).call(() -> reading(reading));
    }

    private static <T> T reading(Supplier<T> reading) {
        Session session = Panache.getSession();
        session.setHibernateFlushMode(FlushMode.MANUAL);
        session.setDefaultReadOnly(true);
        return reading.get();
    }

    /**
     * Writes, and is committed when this returns.
     *
     * @throws OthersWrite if they take too long, or the thread is interrupted while it waits for them
     */
    public static <T> T write(Supplier<T> writing) {
        TransactionRunnerOptions transaction = QuarkusTransaction.requiringNew();
        if (!ONE_WRITER) {
            return transaction.call(writing::get);
        }
        await();
        try {
            return transaction.call(writing::get);
        } finally {
            TURN.unlock();
        }
    }

    /** @see #write(Supplier) */
    public static void write(Runnable writing) {
        write(() -> {
            writing.run();
            return null;
        });
    }

    /** Runs statements as {@link #write(Runnable)} does, and takes back what they wrote. */
    public static void writeAndRollBack(Runnable writing) {
        try {
            write(() -> {
                writing.run();
                throw new RollBack();
            });
        } catch (RollBack e) {
            // as intended
        }
    }

    /** Ends a transaction that succeeded, without its changes. */
    private static final class RollBack extends RuntimeException {
        RollBack() {
            super("the statements succeeded and are rolled back", null, false, false);
        }
    }

    /** Whether all other writers wait from the beginning of a transaction that writes. */
    public static boolean writersGoAlone() {
        return ONE_WRITER;
    }

    private static void await() {
        try {
            if (!TURN.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new OthersWrite("other writers take more than " + PATIENCE_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OthersWrite("interrupted while others write");
        }
    }
}
