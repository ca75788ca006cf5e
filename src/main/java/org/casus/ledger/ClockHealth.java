package org.casus.ledger;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness check that compares the clock with the ledger. The node is not ready while its clock is in doubt, because it then
 * refuses every write, and another node may accept them. It stays ready while its clock is behind: writes are safe and in order and
 * only their times are wrong, so stopping the service until the clock has caught up would do more harm. The data of the response
 * contain the state.
 */
@Readiness
@Singleton
class ClockHealth implements HealthCheck {

    private final LedgerClock clock;

    ClockHealth(LedgerClock clock) {
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        LedgerClock.Reading reading = clock.reading();
        return HealthCheckResponse.named("clock")
                .status(reading.state() != LedgerClock.State.AHEAD)
                .withData("state", reading.state().name().toLowerCase(Locale.ROOT))
                .withData("clock", reading.now().toString())
                .withData("lastRecorded", reading.last().toString())
                .build();
    }
}
