package org.casus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.casus.HttpSuite;
import org.casus.OnFreshH2;
import org.casus.ledger.LedgerClock.State;
import org.casus.seed.SeedData;
import org.casus.store.Transactions;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that finds, when it starts, a ledger whose last time does not go with its clock. */
@QuarkusTest
@TestProfile(OnFreshH2.class)
class DoubtfulClockTest extends HttpSuite {

    @Inject
    LedgerClock clock;

    @Inject
    @Readiness
    ClockHealth health;

    @Inject
    SeedData data;

    private Instant recorded;
    private String before;

    @BeforeEach
    void remember() {
        before = unique("before");
        create("/events/" + before, event("Before", "2023", ""));
        recorded = Transactions.read(() -> LedgerHead.read().recordedAt);
    }

    /** What is recorded by tests after this must not be older than what is there. */
    @AfterEach
    void restore() throws InterruptedException {
        lastTimeIs(recorded, State.PLAUSIBLE);
    }

    private void lastTimeIs(Instant time, State expected) throws InterruptedException {
        Transactions.write(() -> {
            LedgerHead.lock().recordedAt = time.truncatedTo(ChronoUnit.MICROS);
        });
        // the indexer may just be looking at what the ledger said before, and this process cannot forget a time
        for (int attempt = 0; attempt < 100; attempt++) {
            clock.start();
            Thread.sleep(50);
            if (clock.reading().state() == expected && clock.reading().last().equals(time.truncatedTo(ChronoUnit.MICROS))) {
                return;
            }
        }
        assertThat(clock.reading().state()).isEqualTo(expected);
    }

    @Test
    void writes_are_refused_with_the_option_to_start_with_and_reads_are_answered() throws InterruptedException {
        lastTimeIs(Instant.now().minus(Duration.ofDays(8)), State.AHEAD);

        for (String path : new String[] {"/events/" + unique("ahead"), "/imports?name=x.csv"}) {
            writer().contentType("application/json").body(event("Ahead", "2023", "")).put(path).then().statusCode(503)
                    .header("Retry-After", "60")
                    .body("type", equalTo("/problems/unavailable"))
                    .body("detail", containsString("8 days after the last time in the ledger"))
                    .body("detail", containsString("-Dcasus.clock.accept="));
        }
        writer().header("If-Match", "*").delete("/events/" + before + "?reason=a%20test").then().statusCode(503);
        reader().get("/events/" + before).then().statusCode(200);
        reader().get("/events?asOf=" + head()).then().statusCode(200);
        reader().get("/events?asOf=" + Instant.now().minus(Duration.ofHours(1))).then().statusCode(200);
        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(health.call().getData().orElseThrow()).containsEntry("state", "ahead").containsKeys("clock", "lastRecorded");
        assertThat(Transactions.read(() -> LedgerHead.read().recordedAt)).isBefore(Instant.now().minus(Duration.ofDays(7)));
    }

    @Test
    void a_question_as_of_this_very_moment_does_not_write_a_doubtful_time_either() throws InterruptedException {
        lastTimeIs(Instant.now().minus(Duration.ofDays(8)), State.AHEAD);

        reader().get("/events?asOf=" + Instant.now().minusMillis(5)).then().statusCode(503)
                .body("detail", containsString("-Dcasus.clock.accept="));

        assertThat(Transactions.read(() -> LedgerHead.read().recordedAt)).isBefore(Instant.now().minus(Duration.ofDays(7)));
    }

    @Test
    void the_start_succeeds_though_new_event_types_cannot_be_recorded() throws InterruptedException {
        String name = nameOf("speech");
        rename("speech", "An older name");
        try {
            lastTimeIs(Instant.now().minus(Duration.ofDays(8)), State.AHEAD);
            data.bring();
            assertThat(nameOf("speech")).isEqualTo("An older name");

            lastTimeIs(recorded, State.PLAUSIBLE);
            data.bring();
            assertThat(nameOf("speech")).isEqualTo(name);
            recorded = Transactions.read(() -> LedgerHead.read().recordedAt);
        } finally {
            rename("speech", name);
        }
    }

    private static String nameOf(String type) {
        return Transactions.read(() -> (String) LedgerHead.getEntityManager()
                .createNativeQuery("select name from event_type where slug = ?1").setParameter(1, type).getSingleResult());
    }

    private static void rename(String type, String name) {
        Transactions.write(() -> {
            LedgerHead.getEntityManager().createNativeQuery("update event_type set name = ?1 where slug = ?2")
                    .setParameter(1, name).setParameter(2, type).executeUpdate();
        });
    }

    @Test
    void a_clock_that_is_behind_is_told_by_readiness_which_stays_up() throws InterruptedException {
        lastTimeIs(Instant.now().plus(Duration.ofMinutes(10)), State.BEHIND);

        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(health.call().getData().orElseThrow()).containsEntry("state", "behind");
        clock.check();
    }
}
