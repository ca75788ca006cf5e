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
 * Watches for an embedded store that has closed itself, which H2 does when a write to its file fails: the disk is full,
 * for example. The next connection opens the file again, but only if nothing is left of the closed store: its
 * connections are thrown away, a writer's turn there is ended, and the threads that it keeps busy are released.
 */
@Singleton
class ClosedStoreRecovery implements AgroalPoolInterceptor {

    private static final long LOOK_MILLIS = 250;
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int MANY = 1 << 30;

    private final Instance<AgroalDataSource> pool;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "casus-store-watch");
        thread.setDaemon(true);
        return thread;
    });
    /**
     * The stores that connections were made to, and whether each was seen to be closed. A thread may come back to a
     * closed one, so they are watched as long as anybody has them.
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

    /** Tells without waiting for whoever closes it. */
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

    /** Whatever goes wrong, the watch goes on. */
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

    /** On a full disk, each try to write opens a store that closes itself again. */
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
     * Lets go the threads that wait in a closed store. H2 2.4.240 counts who uses a version of the store, counts twice
     * who leaves while a commit fails, and lets a thread try without end where that makes the number negative. Nobody
     * reads the number of a closed store, so it is made large.
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
