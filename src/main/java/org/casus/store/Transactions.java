package org.casus.store;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * Runs code in a read transaction or a write transaction. The transaction is always a new one, even if the thread has one already, and
 * is rolled back if the code throws an exception.
 *
 * <p>In H2 only one thread writes at a time, because concurrent writers that wait for each other's row locks lose updates there. In a
 * test with twelve threads that lock a row, change it and commit or roll back, within a minute some updates were lost, or a row
 * stayed locked, in 2.4.240 and in 2.5.252; in 2.4.240 an acknowledged commit was lost as well. Serial writing costs little, since all
 * writers wait for the ledger head anyway, except while they prepare their changes. An H2 database belongs to one process, so one
 * {@link WriterLock} is enough.
 *
 * <p>Connections over a network have a read timeout, which is shorter if a client waits for the result.
 */
public final class Transactions {

    private static final boolean ONE_WRITER = ConfigProvider.getConfig()
            .getValue("quarkus.datasource.db-kind", String.class).equals("h2");

    /** How long a writer waits for a lock; the lock timeout in PostgreSQL is the same. */
    private static final long PATIENCE_SECONDS = 5;

    /** The network timeouts of database connections: the short one if a client waits for the result, the long one otherwise. */
    private static final int SILENCE_MILLIS = 8_000;
    private static final int LONG_SILENCE_MILLIS = 60_000;

    private static final ThreadLocal<Boolean> UNHURRIED = ThreadLocal.withInitial(() -> false);

    private Transactions() {
    }

    /** Runs a read transaction. Changes to entities are not written. */
    public static <T> T read(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> reading(reading, silence()));
    }

    /** Runs a read transaction without a transaction timeout. */
    public static <T> T readAtLength(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().timeout(Integer.MAX_VALUE).call(() -> {
            takeTime();
            return reading(reading, LONG_SILENCE_MILLIS);
        });
    }

    /**
     * Runs a read transaction without a transaction timeout, which sees one durable snapshot of the database throughout. The isolation
     * level is serializable, because under repeatable read H2 takes the snapshot of each table when it is first read. In PostgreSQL
     * serializable costs no more, since no writer is serializable and read transactions alone never fail.
     */
    public static <T> T readOneState(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().timeout(Integer.MAX_VALUE).call(() -> {
            Session session = Panache.getSession();
            session.doWork(connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
            if (ONE_WRITER) {
                // uses JDBC: for a native query, Hibernate would store a plan at each call and search all of them
                WriterLock.betweenCommits(() -> session.doWork(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("select 1");
                    }
                }));
            }
            takeTime();
            return reading(reading, LONG_SILENCE_MILLIS);
        });
    }

    /** Extends the timeout for pauses between two statements, since a reader holds no row locks. */
    private static void takeTime() {
        if (!ONE_WRITER) {
            Panache.getSession().createNativeMutationQuery("set local idle_in_transaction_session_timeout = '10min'")
                    .executeUpdate();
        }
    }

    private static <T> T reading(Supplier<T> reading, int silence) {
        Session session = Panache.getSession();
        session.setHibernateFlushMode(FlushMode.MANUAL);
        session.setDefaultReadOnly(true);
        limit(session, silence);
        return reading.get();
    }

    /**
     * Runs a write transaction and commits it before it returns.
     *
     * @throws WriterTimeoutException if other writers take too long, or the thread is interrupted while it waits for them
     */
    public static <T> T write(Supplier<T> writing) {
        return ONE_WRITER ? writeAlone(writing) : writeTogether(writing);
    }

    private static <T> T writeTogether(Supplier<T> writing) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                limit(Panache.getSession(), silence());
                return writing.get();
            });
        } catch (RuntimeException e) {
            if (LockHolderLog.isLockTimeout(e)) {
                LockHolderLog.say();
                throw new WriterTimeoutException("other writers take more than " + PATIENCE_SECONDS + " seconds");
            }
            throw e;
        }
    }

    private static <T> T writeAlone(Supplier<T> writing) {
        Optional<WriterLock> outer = WriterLock.mine();
        if (outer.isPresent()) {
            return write(outer.get(), writing);
        }
        try (WriterLock turn = WriterLock.take(PATIENCE_SECONDS)) {
            return write(turn, writing);
        }
    }

    private static <T> T write(WriterLock turn, Supplier<T> writing) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Panache.getSession().doWork(connection -> turn.writesTo(ClosedStoreRecovery.of(connection)));
            T written = writing.get();
            turn.commits();
            return written;
        });
    }

    /** @see #write(Supplier) */
    public static void write(Runnable writing) {
        write(() -> {
            writing.run();
            return null;
        });
    }

    /** Runs a write transaction and rolls it back, even if it succeeds. */
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

    /** Thrown to roll back a successful transaction. */
    private static final class RollBack extends RuntimeException {
        RollBack() {
            super("the statements succeeded and are rolled back", null, false, false);
        }
    }

    /** Returns whether a write transaction blocks all other writers from its beginning, as in H2. */
    public static boolean writersGoAlone() {
        return ONE_WRITER;
    }

    /** Runs work for which no client waits, with the long network timeout. */
    public static void unhurried(Runnable work) {
        UNHURRIED.set(true);
        try {
            work.run();
        } finally {
            UNHURRIED.remove();
        }
    }

    private static int silence() {
        return UNHURRIED.get() ? LONG_SILENCE_MILLIS : SILENCE_MILLIS;
    }

    /** Sets the network timeout, since a server whose machine or network has failed never responds. */
    private static void limit(Session session, int millis) {
        if (!ONE_WRITER) {
            session.doWork(connection -> connection.setNetworkTimeout(Runnable::run, millis));
        }
    }
}
