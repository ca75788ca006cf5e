package org.casus.ledger;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Compares the clock with the ledger. The node is not ready while its clock is in doubt, because it refuses every write then
 * and another node may take them. It stays ready while its clock is behind: writes are safe and in order, only their
 * times are late, and to stop the service for as long as that lasts would be the greater harm. The data says which it is.
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
