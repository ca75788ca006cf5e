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
 * Where every transaction begins: one that reads, or one that writes. Each is a new one, whether the thread has one or
 * not, and is rolled back by an exception.
 *
 * <p>In H2, who writes goes alone. Writers that wait for each other's rows lose updates there: of twelve threads that
 * lock a row, change it and commit or give up, some took a number back within a minute, in 2.4.240 and in 2.5.252, or
 * left a row locked; in 2.4.240 a commit that had been acknowledged was lost, too. It costs little, since all writers but for their preparations wait for the head
 * of the ledger anyway; H2 belongs to one process, and so one {@link WriterLock} is enough.
 *
 * <p>Over a network, nobody waits longer for the database's next word than it is worth to who asked.
 */
public final class Transactions {

    private static final boolean ONE_WRITER = ConfigProvider.getConfig()
            .getValue("quarkus.datasource.db-kind", String.class).equals("h2");

    private static final long PATIENCE_SECONDS = 5;

    /** The network to the database may be silent for so long where somebody waits for an answer, and elsewhere. */
    private static final int SILENCE_MILLIS = 8_000;
    private static final int LONG_SILENCE_MILLIS = 60_000;

    private static final ThreadLocal<Boolean> UNHURRIED = ThreadLocal.withInitial(() -> false);

    private Transactions() {
    }

    /** Reads. Entities that are changed here are not written. */
    public static <T> T read(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> reading(reading, silence()));
    }

    /** Reads for as long as it takes. */
    public static <T> T readAtLength(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().timeout(Integer.MAX_VALUE).call(() -> {
            takeTime();
            return reading(reading, LONG_SILENCE_MILLIS);
        });
    }

    /**
     * Reads for as long as it takes, and sees one state of the database from the start to the end, all of it durable.
     * Serializable, because repeatable read in H2 takes its picture of each table when that is first read; in PostgreSQL
     * it costs no more, since no writer is serializable and readers alone never fail.
     */
    public static <T> T readOneState(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().timeout(Integer.MAX_VALUE).call(() -> {
            Session session = Panache.getSession();
            session.doWork(connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
            if (ONE_WRITER) {
                // by JDBC: of a native query, Hibernate keeps a plan for each time that it is made, and looks through them all
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

    /** No lock of a row is held by who reads, so it may pause between two statements. */
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
     * Writes, and is committed when this returns.
     *
     * @throws WriterTimeoutException if they take too long, or the thread is interrupted while it waits for them
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

    /** Does what nobody waits for: its statements take as long as the database lets them. */
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

    /** A server that died with its machine, or behind a cut cable, says nothing at all. */
    private static void limit(Session session, int millis) {
        if (!ONE_WRITER) {
            session.doWork(connection -> connection.setNetworkTimeout(Runnable::run, millis));
        }
    }
}
