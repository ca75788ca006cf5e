package org.casus.index;

import jakarta.inject.Singleton;
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
        String trouble = following.trouble();
        return HealthCheckResponse.named("index")
                .status(following.ready() && trouble == null)
                .withData("revision", following.position())
                .withData("state", !following.ready() ? "building" : trouble == null ? "following" : "in trouble")
                .build();
    }
}
