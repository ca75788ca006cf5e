package org.casus.event;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Estimates of deaths, as the source gives them: low is meant to be at most best, and best at most high; and, where the
 * source knows, on which side they were.
 */
@Embeddable
@Schema(description = "Estimates of deaths")
public record Fatalities(
        @PositiveOrZero(message = "low is 0 or more") @Schema(minimum = "0") Integer low,
        @PositiveOrZero(message = "best is 0 or more") @Schema(minimum = "0") Integer best,
        @PositiveOrZero(message = "high is 0 or more") @Schema(minimum = "0") Integer high,
        @PositiveOrZero(message = "ofInitiator is 0 or more")
        @Schema(minimum = "0", description = "Dead of the initiator's side") Integer ofInitiator,
        @PositiveOrZero(message = "ofTarget is 0 or more")
        @Schema(minimum = "0", description = "Dead of the target's side") Integer ofTarget,
        @PositiveOrZero(message = "ofCivilians is 0 or more")
        @Schema(minimum = "0", description = "Dead civilians") Integer ofCivilians,
        @PositiveOrZero(message = "ofUnknown is 0 or more")
        @Schema(minimum = "0", description = "Dead of whom no more is known") Integer ofUnknown) {

    boolean none() {
        return Stream.of(low, best, high, ofInitiator, ofTarget, ofCivilians, ofUnknown).allMatch(Objects::isNull);
    }

    boolean ordered() {
        return inOrder(low, best) && inOrder(best, high) && inOrder(low, high);
    }

    private static boolean inOrder(Integer less, Integer more) {
        return less == null || more == null || less <= more;
    }
}
