package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.casus.HttpSuite;
import org.casus.security.ApiKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions that meet. A tip is counted up, and each number it had is an entry. */
abstract class TransactionsSuite extends HttpSuite {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 120;

    @Inject
    EntityManager entities;

    @BeforeEach
    void create() {
        Transactions.write(() -> {
            List.of("drop table if exists entry", "drop table if exists tip", "create table entry (n bigint primary key)",
                    "create table tip (n bigint)", "insert into tip values (0)").forEach(this::execute);
        });
    }

    /** Whether the writers of a process go together. */
    abstract boolean together();

    @Test
    void writers_lose_nothing_and_who_reads_next_sees_it() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(() -> {
                int committed = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    committed += count(round % 3 == 0) ? 1 : 0;
                }
                return committed;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            Future<Integer> reader = threads.submit(() -> readUntil(done));
            int committed = 0;
            for (Future<Integer> writer : threads.invokeAll(writers)) {
                committed += writer.get();
            }
            done.set(true);
            assertThat(reader.get()).as("readings").isPositive();
            assertThat(number("select n from tip")).isEqualTo(committed).isEqualTo(WRITERS * ROUNDS * 2 / 3);
            assertThat(number("select count(*) from entry")).isEqualTo(committed);
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    /** Counts up, or gives up when that is nearly done. */
    private boolean count(boolean givesUp) {
        try {
            Transactions.write(() -> {
                entities.createNativeQuery("select n from tip for update").getSingleResult();
                execute("update tip set n = n + 1");
                execute("insert into entry select n from tip");
                if (givesUp) {
                    throw new IllegalStateException("gives up");
                }
            });
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private int readUntil(AtomicBoolean done) {
        int readings = 0;
        while (!done.get()) {
            long tip = number("select n from tip");
            assertThat(number("select coalesce(max(n), 0) from entry")).isGreaterThanOrEqualTo(tip);
            readings++;
        }
        return readings;
    }

    @Test
    void writers_go_together_where_the_database_can_do_that() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Callable<Boolean> writer = () -> Transactions.write(() -> {
            both.countDown();
            return isDown(both, 2);
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            boolean met = true;
            for (Future<Boolean> one : threads.invokeAll(List.of(writer, writer))) {
                met &= one.get();
            }
            assertThat(met).isEqualTo(together());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void who_waits_too_long_for_others_is_told_so() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> slow = threads.submit(() -> Transactions.write(() -> {
                execute("update tip set n = 1");
                inside.countDown();
                return isDown(enough, 20);
            }));
            assertThat(isDown(inside, 5)).isTrue();
            assertThatThrownBy(() -> Transactions.write(() -> execute("update tip set n = 2")))
                    .isInstanceOf(together() ? PersistenceException.class : WriterTimeoutException.class);
            writer().contentType("application/json").body("{\"type\": \"speech\", \"title\": \"Met\", \"when\": \"2023\"}").post("/events")
                    .then().statusCode(together() ? 201 : 503);
            enough.countDown();
            assertThat(slow.get()).isTrue();
            assertThat(number("select n from tip")).isEqualTo(1);
        } finally {
            enough.countDown();
            threads.shutdownNow();
        }
    }

    private static boolean isDown(CountDownLatch latch, int seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_a_reading_changes_is_not_written() {
        Transactions.read(() -> {
            ApiKey key = new ApiKey();
            key.id = "never";
            key.persist();
            return null;
        });
        assertThat(Transactions.<ApiKey>read(() -> ApiKey.findById("never"))).isNull();
    }

    @Test
    void an_exception_takes_back_what_was_written() {
        assertThatThrownBy(() -> Transactions.write(() -> {
            execute("update tip set n = 7");
            throw new IllegalStateException("no");
        })).isInstanceOf(IllegalStateException.class).hasMessage("no");
        assertThat(number("select n from tip")).isZero();
    }

    final long number(String query) {
        return Transactions.read(() -> ((Number) entities.createNativeQuery(query).getSingleResult()).longValue());
    }

    final void execute(String statement) {
        entities.createNativeQuery(statement).executeUpdate();
    }
}
