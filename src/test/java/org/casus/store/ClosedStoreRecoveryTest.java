package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads that are left in an embedded store after it closed itself. */
class ClosedStoreRecoveryTest {

    private Connection connection;
    private MVStore store;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        connection.setAutoCommit(false);
        store = ClosedStoreRecovery.of(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_thread_that_tries_without_end_is_let_go() throws Exception {
        MVStore.TxCounter users = store.registerVersionUsage();
        // as H2 does where a commit fails
        store.decrementVersionUsageCounter(users);
        store.decrementVersionUsageCounter(users);
        CompletableFuture<MVStore.TxCounter> waiting = usage();
        // with assertions, as in tests, it fails instead of trying without end
        assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS)).isNotInstanceOf(InterruptedException.class);

        store.closeImmediately();
        assertThat(ClosedStoreRecovery.isClosed(store)).isTrue();
        ClosedStoreRecovery.release(store);
        assertThat(usage().get(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(waiting.handle((counter, failure) -> true).get(10, TimeUnit.SECONDS)).isTrue();
    }

    private CompletableFuture<MVStore.TxCounter> usage() {
        CompletableFuture<MVStore.TxCounter> usage = new CompletableFuture<>();
        daemon(() -> {
            try {
                usage.complete(store.registerVersionUsage());
            } catch (AssertionError e) {
                usage.completeExceptionally(e);
            }
        });
        return usage;
    }

    @Test
    void a_turn_ends_when_its_store_has_closed_itself() throws Exception {
        Thread stuck = holder();
        assertThatThrownBy(() -> WriterLock.take(0)).isInstanceOf(WriterTimeoutException.class);
        WriterLock.endIfLost();
        assertThatThrownBy(() -> WriterLock.take(0)).as("its store is open").isInstanceOf(WriterTimeoutException.class);

        store.closeImmediately();
        WriterLock.endIfLost();
        try (WriterLock next = WriterLock.take(0)) {
            assertThat(WriterLock.mine()).contains(next);
            stuck.interrupt();
            stuck.join();
            assertThatThrownBy(() -> WriterLock.take(0)).as("it ends once").isInstanceOf(WriterTimeoutException.class);
        }
        WriterLock.take(0).close();
    }

    @Test
    void who_looks_between_commits_waits_for_one_that_is_under_way() throws Exception {
        try (WriterLock turn = WriterLock.take(1)) {
            turn.writesTo(store);
            turn.commits();
            CompletableFuture<Void> looked = CompletableFuture.runAsync(() -> WriterLock.betweenCommits(() -> { }));
            assertThatThrownBy(() -> looked.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            store.closeImmediately();
            WriterLock.endIfLost();
            looked.get(10, TimeUnit.SECONDS);
        }
        WriterLock.betweenCommits(() -> { });
    }

    /** A thread that has the turn, writes to the store, and keeps at it until it is interrupted. */
    private Thread holder() throws InterruptedException {
        Thread thread = daemon(() -> {
            try (WriterLock turn = WriterLock.take(1)) {
                turn.writesTo(store);
                TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(10);
        }
        return thread;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
