package org.casus.ledger.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.casus.HttpSuite;
import org.casus.ledger.WriteHealth;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** A database that refuses what it should take, or closes connections, is told from writers that meet. */
abstract class BrokenStoreSuite extends HttpSuite {

    @Inject
    AgroalDataSource pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    Optional<String> password;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL readiness;

    @Test
    void a_broken_constraint_is_an_internal_error_that_is_logged_once_and_no_meeting_of_writers() throws SQLException {
        execute("alter table event add constraint no_such_title check (title <> 'Refused by the database')");
        try {
            Logged logged = new Logged();
            Response refused = writer().contentType("application/json").body(event("Refused by the database", "2024", ""))
                    .put("/events/" + unique("refused"));
            refused.then().statusCode(500).body("type", equalTo("/problems/internal"))
                    .body("instance", startsWith("urn:uuid:"));
            logged.close();
            assertThat(logged.messages()).singleElement().asString().contains(refused.jsonPath().getString("instance"))
                    .containsIgnoringCase("no_such_title");
        } finally {
            execute("alter table event drop constraint no_such_title");
        }
    }

    @Test
    void a_store_that_takes_no_writes_is_not_ready() throws SQLException {
        HealthCheckResponse well = new WriteHealth(Clock.systemUTC()).call();
        assertThat(well.getStatus()).isEqualTo(Status.UP);
        execute("alter table revision add constraint no_author check (author <> 'casus' or number > 0)");
        try {
            HealthCheckResponse broken = new WriteHealth(Clock.systemUTC()).call();
            assertThat(broken.getStatus()).isEqualTo(Status.DOWN);
            assertThat(broken.getData().orElseThrow().get("failure")).asString().containsIgnoringCase("no_author");
        } finally {
            execute("alter table revision drop constraint no_author");
        }
    }

    @Test
    void a_probe_leaves_nothing() throws SQLException {
        new WriteHealth(Clock.systemUTC()).call();
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from revision where resource = 'probe'")) {
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
    }

    @Test
    void readiness_tells_of_writes() {
        RestAssured.get(readiness).then().statusCode(200).body("checks.find { it.name == 'writes' }.status", equalTo("UP"));
    }

    @Test
    void writes_go_on_when_the_pool_has_closed_every_connection() throws SQLException, InterruptedException {
        // the database stays open meanwhile: H2 would otherwise be opened anew, and that heals what a session left behind
        try (Connection another = another()) {
            closeConnections(another);
            create("/events/" + unique("pool"), event("After the pool was flushed", "2024", ""));
            Response key = writer().contentType("application/json")
                    .body("{\"name\": \"" + unique("key") + "\", \"role\": \"reader\"}").post("/keys");
            key.then().statusCode(201);
            writer().delete("/keys/" + key.jsonPath().getString("id")).then().statusCode(204);
            writer().contentType("application/octet-stream")
                    .body("{\"id\": \"%s\", \"name\": \"After the pool was flushed\", \"kind\": \"group\"}%n"
                            .formatted(unique("actor")).getBytes(StandardCharsets.UTF_8))
                    .put("/imports").then().statusCode(202);
        }
    }

    /** Closes every connection of the pool: idle ones at once, the others when they come back, so that no work is cut off. */
    private void closeConnections(Connection another) throws SQLException, InterruptedException {
        Timestamp now;
        try (Statement statement = another.createStatement(); ResultSet row = statement.executeQuery("select current_timestamp")) {
            row.next();
            now = row.getTimestamp(1);
        }
        pool.flush(FlushMode.GRACEFUL);
        for (int tries = 0; sessionsOpenedBefore(now, another) > 0; tries++) {
            assertThat(tries).as("connections of the pool are closed within 20 s").isLessThan(200);
            Thread.sleep(100);
        }
    }

    private static int sessionsOpenedBefore(Timestamp time, Connection another) throws SQLException {
        String sessions = another.getMetaData().getDatabaseProductName().equals("H2")
                ? "information_schema.sessions where session_id <> session_id() and session_start < ?"
                : "pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_start < ?";
        try (PreparedStatement query = another.prepareStatement("select count(*) from " + sessions)) {
            query.setTimestamp(1, time);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** A connection that is not of the pool. */
    private Connection another() throws SQLException {
        return DriverManager.getConnection(url, user, password.orElse(""));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Errors that are logged while a test runs, with their causes. */
    private static final class Logged extends Handler {

        private static final Logger ROOT = Logger.getLogger("");
        private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

        Logged() {
            ROOT.addHandler(this);
        }

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                StringBuilder message = new StringBuilder(String.valueOf(entry.getMessage()));
                for (Object parameter : entry.getParameters() == null ? new Object[0] : entry.getParameters()) {
                    message.append(' ').append(parameter);
                }
                for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
                    message.append(' ').append(cause.getMessage());
                }
                messages.add(message.toString());
            }
        }

        List<String> messages() {
            return messages;
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            ROOT.removeHandler(this);
        }
    }
}
