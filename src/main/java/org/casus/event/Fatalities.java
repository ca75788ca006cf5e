package org.casus.event;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Estimates of deaths, as the source gives them: low is meant to be at most best, and best at most high. */
@Embeddable
@Schema(description = "Estimates of deaths")
public record Fatalities(
        @PositiveOrZero(message = "low is 0 or more") @Schema(minimum = "0") Integer low,
        @PositiveOrZero(message = "best is 0 or more") @Schema(minimum = "0") Integer best,
        @PositiveOrZero(message = "high is 0 or more") @Schema(minimum = "0") Integer high) {

    boolean none() {
        return low == null && best == null && high == null;
    }

    boolean ordered() {
        return inOrder(low, best) && inOrder(best, high) && inOrder(low, high);
    }

    private static boolean inOrder(Integer less, Integer more) {
        return less == null || more == null || less <= more;
    }
}
