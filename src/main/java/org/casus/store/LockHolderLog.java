package org.casus.store;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Logs which PostgreSQL sessions hold locks after a writer has waited for a lock until its timeout. */
final class LockHolderLog {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Selects the oldest transactions that lock or change rows and do not wait for a lock themselves. */
    private static final String HOLDERS = """
            select 'process ' || a.pid || ', user ' || coalesce(a.usename, '?') || ', program '
                || coalesce(nullif(a.application_name, ''), '?') || ', from ' || coalesce(host(a.client_addr), 'this machine')
                || ', ' || coalesce(a.state, '?') || ', its transaction began '
                || round(extract(epoch from clock_timestamp() - a.xact_start)) || ' s ago, its last statement was: '
                || left(a.query, 120)
            from pg_stat_activity a
            where a.datname = current_database() and a.pid <> pg_backend_pid() and a.xact_start is not null
                and coalesce(a.wait_event_type, '') <> 'Lock'
                and exists (select 1 from pg_locks l where l.pid = a.pid and l.granted
                    and l.mode in ('RowShareLock', 'RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock',
                        'AccessExclusiveLock') and l.locktype = 'relation')
            order by a.xact_start limit 3""";

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());

    private LockHolderLog() {
    }

    /** Returns whether a failure was caused by a lock timeout. */
    static boolean isLockTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Queries and logs the lock holders, at most once in ten seconds, since many writers may fail together. */
    static void say() {
        long due = NEXT.get();
        long now = System.nanoTime();
        if (now - due < 0 || !NEXT.compareAndSet(due, now + PAUSE_NANOS)) {
            return;
        }
        try {
            List<?> holders = Transactions.read(() -> Panache.getEntityManager().createNativeQuery(HOLDERS).getResultList());
            if (!holders.isEmpty()) {
                Log.warnf("A writer waited in vain for a lock. These transactions hold locks, the oldest first: %s. A process is"
                        + " ended with: select pg_terminate_backend(…)", holders);
            }
        } catch (RuntimeException e) {
            Log.warnf("A writer waited in vain for a lock, and it cannot be told who holds it: %s", e.getMessage());
        }
    }
}
