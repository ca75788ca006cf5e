package org.casus.index;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The readiness check of the index: up while reads can be served and the index keeps up with the ledger. */
@Readiness
@Singleton
class IndexHealth implements HealthCheck {

    private final LedgerFollower ledgerFollower;

    IndexHealth(IndexLifecycle lifecycle) {
        this.ledgerFollower = lifecycle.following();
    }

    @Override
    public HealthCheckResponse call() {
        LedgerFollower.State state = ledgerFollower.state();
        return HealthCheckResponse.named("index")
                .status(state == LedgerFollower.State.FOLLOWING)
                .withData("revision", ledgerFollower.position())
                .withData("state", state.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .build();
    }
}
