package org.casus.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Detects an embedded H2 store that has closed itself, which H2 does when a write to its file fails, for example because the disk is
 * full. The next connection reopens the file, but only if nothing uses the closed store any more. Therefore its connections are
 * closed, the lock of a writer is released, and threads that loop in the store are freed.
 */
@Singleton
class ClosedStoreRecovery implements AgroalPoolInterceptor {

    private static final long LOOK_MILLIS = 250;
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** A number of users that cannot become negative, see {@link #release}. */
    private static final int MANY = 1 << 30;

    private final Instance<AgroalDataSource> pool;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "casus-store-watch");
        thread.setDaemon(true);
        return thread;
    });
    /**
     * The stores to which connections were opened, and whether each was found closed. A thread may use a closed store again, so stores
     * are watched as long as they are reachable.
     */
    private final Map<MVStore, Boolean> stores = new WeakHashMap<>();
    private boolean watching;
    private long quietUntil = System.nanoTime();

    ClosedStoreRecovery(Instance<AgroalDataSource> pool) {
        this.pool = pool;
    }

    /** Returns the store of a connection, or null if the database does not run in this process. */
    static MVStore of(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                ? session.getDatabase().getStore().getMvStore()
                : null;
    }

    /** Returns whether a store is closed, without waiting for a thread that is closing it. */
    static boolean isClosed(MVStore store) {
        return store.getPanicException() != null || store.isClosed();
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        try {
            MVStore store = of(connection);
            if (store != null) {
                watch(store);
            }
        } catch (SQLException | DbException e) {
            Log.warnf("It cannot be told which store a connection is to: %s", e.getMessage());
        }
    }

    private synchronized void watch(MVStore store) {
        if (!watching) {
            watching = true;
            watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        stores.putIfAbsent(store, false);
    }

    @PreDestroy
    void stop() {
        watch.shutdown();
    }

    /** Checks all stores. Exceptions are caught, because they would end the scheduled task. */
    private void look() {
        try {
            watched().stream().filter(ClosedStoreRecovery::isClosed).forEach(this::clear);
        } catch (RuntimeException | LinkageError e) {
            Log.error("A store that closed itself could not be cleared away", e);
        }
    }

    private synchronized List<MVStore> watched() {
        return List.copyOf(stores.keySet());
    }

    private void clear(MVStore store) {
        release(store);
        WriterLock.endIfLost();
        if (isNew(store)) {
            pool.get().flush(FlushMode.GRACEFUL);
            say(store.getPanicException());
        }
    }

    private synchronized boolean isNew(MVStore store) {
        return !stores.put(store, true);
    }

    /** Logs a failure, at most once in ten seconds: on a full disk, each attempt to write opens a store that closes itself again. */
    private void say(MVStoreException failure) {
        long now = System.nanoTime();
        if (failure != null && now - quietUntil >= 0) {
            quietUntil = now + QUIET_NANOS;
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            Log.errorf("The embedded database closed itself, because its file could not be used: %s. Writes are refused until"
                    + " it can; it is opened again by the next request. If the disk is full, make room", cause.getMessage());
        }
    }

    /**
     * Frees the threads that loop in a closed store. H2 2.4.240 counts the users of a version of the store. A user that leaves while a
     * commit fails is subtracted twice, and if the counter becomes negative, a thread retries for ever. The counter of a closed store
     * has no other use, so it is set to a large value.
     */
    static void release(MVStore store) {
        try {
            Field users = MVStore.class.getDeclaredField("currentTxCounter");
            users.setAccessible(true);
            Field number = MVStore.TxCounter.class.getDeclaredField("counter");
            number.setAccessible(true);
            number.setInt(users.get(store), MANY);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("H2 is another than the one whose closed stores are known", e);
        }
    }
}
