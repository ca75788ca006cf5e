package org.casus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.ledger.LedgerClock.State;
import org.junit.jupiter.api.Test;

/** Which clocks may date revisions. */
class LedgerClockTest {

    private static final Instant LAST = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    private final Machine machine = new Machine();

    /** A machine whose clock can be set while its time passes. */
    private static final class Machine extends Clock {

        private Instant shown = LAST;
        private long nanos = 42;

        void passes(Duration time) {
            shown = shown.plus(time);
            nanos += time.toNanos();
        }

        void jumps(Duration time) {
            shown = shown.plus(time);
        }

        @Override
        public Instant instant() {
            return shown;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private LedgerClock started(Duration sinceLast) {
        return started(sinceLast, Optional.empty());
    }

    private LedgerClock started(Duration sinceLast, Optional<LocalDate> accepted) {
        machine.shown = LAST.plus(sinceLast);
        LedgerClock clock = new LedgerClock(machine, () -> machine.nanos, accepted);
        clock.begin(LAST, false);
        return clock;
    }

    @Test
    void a_start_within_a_day_of_the_last_revision_records_at_once() {
        LedgerClock clock = started(Duration.ofHours(23));

        assertThat(clock.next(LAST)).isEqualTo(machine.shown);
        assertThat(clock.reading().state()).isEqualTo(State.PLAUSIBLE);
    }

    @Test
    void a_start_more_than_a_day_after_it_records_nothing_and_names_the_option() {
        LedgerClock clock = started(Duration.ofDays(7));

        assertThatThrownBy(() -> clock.next(LAST)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
            assertThat(problem.headers()).containsKey("Retry-After");
        }).hasMessageContaining("2026-11-30T12:00:00Z, 7 days after the last time in the ledger, 2026-11-23T12:00:00Z")
                .hasMessageContaining("-Dcasus.clock.accept=2026-11-30");
        assertThatThrownBy(clock::check).isInstanceOf(Problem.class);
        assertThat(clock.reading()).isEqualTo(new LedgerClock.Reading(State.AHEAD, machine.shown, LAST));
    }

    @Test
    void an_empty_ledger_is_begun_without_asking_and_without_a_limit_of_time() {
        LedgerClock clock = new LedgerClock(machine, () -> machine.nanos, Optional.empty());
        clock.begin(Instant.EPOCH, true);
        machine.passes(Duration.ofDays(3));

        assertThat(clock.next(Instant.EPOCH)).isEqualTo(machine.shown);
    }

    @Test
    void a_process_that_was_idle_for_weeks_knows_that_they_have_passed() {
        LedgerClock clock = started(Duration.ofHours(20));
        machine.passes(Duration.ofDays(40));
        assertThat(clock.next(LAST)).isEqualTo(machine.shown);
        Instant recorded = machine.shown;
        machine.passes(Duration.ofDays(300));

        assertThat(clock.next(recorded)).isEqualTo(machine.shown);
    }

    @Test
    void a_clock_that_jumps_while_the_process_runs_is_refused_until_it_is_set_right() {
        LedgerClock clock = started(Duration.ofHours(1));
        Instant recorded = clock.next(LAST);
        machine.passes(Duration.ofDays(5));
        machine.jumps(Duration.ofDays(365));
        assertThatThrownBy(() -> clock.next(recorded)).hasMessageContaining("-Dcasus.clock.accept=2027-11-28");

        machine.jumps(Duration.ofDays(-365));

        assertThat(clock.next(recorded)).isEqualTo(machine.shown);
    }

    @Test
    void jumps_of_less_than_a_day_add_up_until_something_is_recorded() {
        LedgerClock clock = started(Duration.ofHours(20));
        assertThat(clock.reading().state()).isEqualTo(State.PLAUSIBLE);
        machine.jumps(Duration.ofHours(20));

        assertThat(clock.reading().state()).isEqualTo(State.AHEAD);
    }

    @Test
    void a_refused_time_is_never_taken_for_known() {
        LedgerClock clock = started(Duration.ofDays(365));
        assertThatThrownBy(() -> clock.next(LAST)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> clock.next(LAST)).isInstanceOf(Problem.class);
        machine.passes(Duration.ofDays(2));

        assertThatThrownBy(() -> clock.next(LAST)).isInstanceOf(Problem.class);
    }

    @Test
    void the_day_that_the_operator_names_is_believed_for_as_long_as_the_process_runs() {
        LedgerClock clock = started(Duration.ofDays(7), Optional.of(TODAY));
        machine.passes(Duration.ofDays(30));

        assertThat(clock.next(LAST)).isEqualTo(machine.shown);
    }

    @Test
    void the_day_may_be_that_of_another_time_zone() {
        assertThat(started(Duration.ofDays(7), Optional.of(TODAY.plusDays(1))).reading().state()).isEqualTo(State.PLAUSIBLE);
        assertThat(started(Duration.ofDays(7), Optional.of(TODAY.minusDays(1))).reading().state()).isEqualTo(State.PLAUSIBLE);
    }

    @Test
    void an_option_that_is_left_set_accepts_no_later_jump() {
        LedgerClock later = started(Duration.ofDays(60), Optional.of(TODAY));
        assertThatThrownBy(later::check).hasMessageContaining("-Dcasus.clock.accept=2027-01-22 (not 2026-11-30, as it says now)");

        LedgerClock running = started(Duration.ofDays(7), Optional.of(TODAY));
        running.next(LAST);
        machine.jumps(Duration.ofDays(2));
        assertThatThrownBy(running::check).isInstanceOf(Problem.class);
    }

    @Test
    void an_option_that_names_no_day_is_refused_with_an_example() {
        assertThatThrownBy(() -> new LedgerClock(machine, () -> Optional.of("true")))
                .hasMessageContaining("such as 2026-11-30").hasMessageContaining("'true'");
    }

    @Test
    void what_another_process_has_recorded_shows_that_the_time_has_come() {
        LedgerClock clock = started(Duration.ofDays(7));
        assertThat(clock.reading().state()).isEqualTo(State.AHEAD);

        clock.see(machine.shown.minusSeconds(3));

        assertThat(clock.reading().state()).isEqualTo(State.PLAUSIBLE);
        machine.passes(Duration.ofDays(10));
        assertThat(clock.reading().state()).as("and from then on this one counts by itself").isEqualTo(State.PLAUSIBLE);
    }

    @Test
    void a_clock_that_is_behind_records_and_is_logged_once_until_it_has_caught_up() {
        List<String> logged = new ArrayList<>();
        try (Logged ignored = new Logged(logged)) {
            LedgerClock clock = started(Duration.ofSeconds(-59));
            clock.next(LAST);
            assertThat(logged).isEmpty();
            machine.jumps(Duration.ofHours(-3));

            assertThat(clock.next(LAST)).isEqualTo(machine.shown);
            clock.next(LAST);
            assertThat(clock.reading()).isEqualTo(new LedgerClock.Reading(State.BEHIND, machine.shown, LAST));
            assertThat(logged).hasSize(1);
            assertThat(logged.get(0)).contains("The clock says 2026-11-23T08:59:01Z, 3 hours before the last time in the ledger,"
                    + " 2026-11-23T12:00:00Z", "asOf");

            machine.passes(Duration.ofHours(3));
            assertThat(clock.reading().state()).as("a second is left").isEqualTo(State.BEHIND);
            machine.passes(Duration.ofMinutes(1));
            assertThat(clock.reading().state()).isEqualTo(State.PLAUSIBLE);
            machine.jumps(Duration.ofHours(-3));
            assertThat(clock.reading().state()).isEqualTo(State.BEHIND);
            assertThat(logged).as("another time is told again").hasSize(2);
        }
    }

    @Test
    void a_clock_that_was_behind_for_days_is_set_right_without_asking() {
        LedgerClock clock = started(Duration.ofMinutes(1));
        Instant recorded = clock.next(LAST);
        machine.jumps(Duration.ofDays(-3));
        for (int hour = 0; hour < 60; hour++) {
            machine.passes(Duration.ofHours(1));
            clock.next(recorded);
        }
        machine.jumps(Duration.ofDays(3));

        assertThat(clock.next(recorded)).isEqualTo(machine.shown);
    }

    /** What the class logs meanwhile. */
    private static final class Logged extends Handler implements AutoCloseable {

        private static final Logger LOGGER = Logger.getLogger(LedgerClock.class.getName());

        private final List<String> lines;

        Logged(List<String> lines) {
            this.lines = lines;
            LOGGER.addHandler(this);
        }

        @Override
        public void publish(LogRecord logged) {
            lines.add(logged instanceof org.jboss.logmanager.ExtLogRecord full ? full.getFormattedMessage() : logged.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
            LOGGER.removeHandler(this);
        }
    }
}
