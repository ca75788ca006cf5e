package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.casus.HttpSuite;
import org.casus.ledger.LedgerHead;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The disk of the embedded database is full, and then it is not. */
@QuarkusTest
class FullDiskTest extends HttpSuite {

    private static final int WRITERS = 6;
    private static final int ROUNDS = 5;
    private static final long WITHIN_SECONDS = 10;

    @Inject
    DataSource database;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void exchange() throws SQLException {
        reopenOn(new FullDiskFileSystem());
    }

    @AfterEach
    void changeBack() throws SQLException {
        FullDiskFileSystem.full = false;
        reopenOn(new ReopeningFileSystem());
    }

    /** The database is closed as by a failure; who comes next opens it again. */
    private void reopenOn(FilePath files) throws SQLException {
        FilePath.register(files);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
        awaitWrites();
    }

    @Test
    void writes_are_refused_while_it_is_full_and_come_back_soon_after() throws Exception {
        Callable<Response> write = this::write;
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                FullDiskFileSystem.full = true;
                for (Future<Response> written : writers.invokeAll(Collections.nCopies(WRITERS, write))) {
                    Response answer = written.get();
                    answer.then().statusCode(503);
                    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
                }
                reader().get("/events?limit=1").then().statusCode(200);
                FullDiskFileSystem.full = false;
                awaitWrites();
                for (Future<Response> written : writers.invokeAll(Collections.nCopies(WRITERS, write))) {
                    written.get().then().statusCode(201);
                }
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(acknowledged).hasSizeGreaterThan(WRITERS * ROUNDS);
        reader().get("/?asOf=" + Transactions.<Long>read(() -> LedgerHead.read().number)).then().statusCode(200);
        acknowledged.forEach(id -> reader().get("/events/" + id).then().statusCode(200));
        assertThat(reader().get("/events?tag=full-disk&limit=1000").jsonPath().getList("items.id"))
                .as("what was refused may have been kept, but nothing is shown twice or taken back").doesNotHaveDuplicates().containsAll(acknowledged);
    }

    private Response write() {
        String id = unique("disk");
        Response answer = writer().contentType("application/json").body(event("On a full disk", "2024", """
                , "tags": ["full-disk"]""")).put("/events/" + id);
        if (answer.statusCode() == 201) {
            acknowledged.add(id);
        }
        return answer;
    }

    private void awaitWrites() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_SECONDS);
        Response answer = write();
        while (answer.statusCode() != 201 && System.nanoTime() < end) {
            answer.then().statusCode(503);
            answer = write();
        }
        assertThat(answer.statusCode()).as("within %d s", WITHIN_SECONDS).isEqualTo(201);
    }
}
