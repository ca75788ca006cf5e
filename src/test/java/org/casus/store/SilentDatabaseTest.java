package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.casus.HttpSuite;
import org.casus.OnPostgreSql;
import org.casus.http.problem.DatabaseUnavailability;
import org.casus.ledger.LedgerHead;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** PostgreSQL says nothing, or waits for somebody who does nothing. */
@QuarkusTest
@TestProfile(OnPostgreSql.class)
class SilentDatabaseTest extends HttpSuite {

    private static final int CONNECTIONS = 8;
    private static final Duration MOST = Duration.ofSeconds(10);

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    EntityManager entities;

    @Test
    void the_server_ends_what_our_sessions_leave_behind() {
        assertThat(shown("idle_in_transaction_session_timeout")).isEqualTo("20s");
        assertThat(shown("lock_timeout")).isEqualTo("5s");
        assertThat(shown("statement_timeout")).isEqualTo("50s");
        assertThat(shown("tcp_keepalives_idle")).isEqualTo("10");
        assertThat(shown("tcp_keepalives_interval")).isEqualTo("5");
        assertThat(shown("tcp_keepalives_count")).isEqualTo("2");
        assertThat(shown("application_name")).isEqualTo("casus");
    }

    @Test
    void a_reading_that_takes_long_may_pause() {
        String setting = "select current_setting('idle_in_transaction_session_timeout')";
        assertThat(Transactions.readAtLength(() -> entities.createNativeQuery(setting).getSingleResult())).isEqualTo("10min");
        assertThat(shown("idle_in_transaction_session_timeout")).isEqualTo("20s");
    }

    private String shown(String setting) {
        return Transactions.read(() -> (String) entities.createNativeQuery("select current_setting('" + setting + "')").getSingleResult());
    }

    @Test
    void a_writer_that_does_nothing_loses_its_lock() {
        assertThatThrownBy(() -> Transactions.write(() -> {
            entities.createNativeQuery("set local idle_in_transaction_session_timeout = 200").executeUpdate();
            entities.createNativeQuery("select number from ledger_head for update").getSingleResult();
            pause(2_000);
            entities.createNativeQuery("select 1").getSingleResult();
        })).matches(DatabaseUnavailability::isCauseOf);
        create("/events/" + unique("freed"), event("After it", "2024", ""));
    }

    @Test
    void a_lock_that_another_holds_is_refused_soon_and_its_holder_is_said() throws Exception {
        Queue<String> said = new ConcurrentLinkedQueue<>();
        Handler log = new Listening(said);
        Logger logger = Logger.getLogger(LockHolderLog.class.getName());
        logger.addHandler(log);
        try (Connection orphan = DriverManager.getConnection(url, "postgres", "postgres"); Statement statement = orphan.createStatement()) {
            orphan.setAutoCommit(false);
            statement.execute("set local application_name = 'an orphan'");
            statement.execute("select number from ledger_head for update");
            assertThat(refusedAfter()).isLessThan(MOST);
            long begun = System.nanoTime();
            assertThat(LedgerHead.lineage()).isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("a start waits for no lock").isLessThan(Duration.ofSeconds(4));
            orphan.rollback();
        } finally {
            logger.removeHandler(log);
        }
        assertThat(said).anySatisfy(line -> assertThat(line).contains("program an orphan", "idle in transaction", "ledger_head"));
        create("/events/" + unique("freed"), event("After it", "2024", ""));
    }

    /** How long a write waits to be refused with a time to come again. */
    private Duration refusedAfter() {
        long begun = System.nanoTime();
        Response answer = writer().contentType("application/json").body(event("In vain", "2024", "")).put("/events/" + unique("vain"));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        answer.then().statusCode(503);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        return took;
    }

    @Test
    void a_database_that_says_nothing_keeps_nobody_waiting() throws Exception {
        create("/events/" + unique("before"), event("Before it", "2024", ""));
        fillPool();
        List<String> processes = processes();
        signal("STOP", processes);
        try {
            assertThat(refusedAfter()).as("the first").isLessThan(MOST);
            long begun = System.nanoTime();
            reader().get("/events?limit=1").then().statusCode(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("what the index answers").isLessThan(Duration.ofSeconds(5));
            assertThat(refusedAfter()).as("when it is known").isLessThan(MOST);
        } finally {
            signal("CONT", processes);
        }
        awaitWrites();
    }

    private void awaitWrites() {
        long end = System.nanoTime() + MOST.toNanos();
        int status = 503;
        while (status == 503 && System.nanoTime() < end) {
            status = writer().contentType("application/json").body(event("After it", "2024", "")).put("/events/" + unique("after")).statusCode();
        }
        assertThat(status).as("within %s", MOST).isEqualTo(201);
    }

    /** So that many connections are idle, and all of them dead. */
    private void fillPool() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        CyclicBarrier together = new CyclicBarrier(CONNECTIONS);
        Callable<Integer> reading = () -> {
            try (Connection connection = database.getConnection()) {
                return together.await();
            }
        };
        try {
            for (var one : threads.invokeAll(Collections.nCopies(CONNECTIONS, reading))) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** All processes that serve us, and the one that would start more. */
    private List<String> processes() {
        return Transactions.read(() -> {
            List<String> found = new ArrayList<>();
            found.add(((String) entities.createNativeQuery("select pg_read_file('postmaster.pid')").getSingleResult()).lines()
                    .findFirst().orElseThrow());
            entities.createNativeQuery("select pid from pg_stat_activity where backend_type = 'client backend'").getResultList()
                    .forEach(pid -> found.add(pid.toString()));
            return found;
        });
    }

    private static void signal(String name, List<String> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        command.addAll(processes);
        Process kill = new ProcessBuilder(command).inheritIO().start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what is said. */
    private static final class Listening extends Handler {

        private final Queue<String> said;

        Listening(Queue<String> said) {
            this.said = said;
        }

        @Override
        public void publish(LogRecord record) {
            said.add(record.getMessage() + List.of(record.getParameters() == null ? new Object[0] : record.getParameters()));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }
}
