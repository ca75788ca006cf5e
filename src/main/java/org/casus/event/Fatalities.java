package org.casus.event;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Estimates of the number of deaths, as the source gives them: a low, a best and a high estimate and, if the source knows them, the
 * numbers by side. Every component may be null. {@link Events} refuses a write whose estimates are not {@link #ordered}.
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

    /** Returns whether no number is given. */
    boolean none() {
        return Stream.of(low, best, high, ofInitiator, ofTarget, ofCivilians, ofUnknown).allMatch(Objects::isNull);
    }

    /** Returns whether low is at most best and best is at most high. Missing estimates are ignored. */
    boolean ordered() {
        return inOrder(low, best) && inOrder(best, high) && inOrder(low, high);
    }

    private static boolean inOrder(Integer less, Integer more) {
        return less == null || more == null || less <= more;
    }
}
