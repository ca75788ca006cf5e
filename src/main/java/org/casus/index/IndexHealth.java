package org.casus.index;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when reads can be answered and the index keeps up with the ledger. */
@Readiness
@Singleton
class IndexHealth implements HealthCheck {

    private final Following following;

    IndexHealth(IndexLifecycle lifecycle) {
        this.following = lifecycle.following();
    }

    @Override
    public HealthCheckResponse call() {
        Following.State state = following.state();
        return HealthCheckResponse.named("index")
                .status(state == Following.State.FOLLOWING)
                .withData("revision", following.position())
                .withData("state", state.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .build();
    }
}
