package org.casus.ledger;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The configuration of the ledger clock. */
@ConfigMapping(prefix = "casus.clock")
interface ClockConfig {

    /**
     * Today's date, for example {@code 2026-11-30}. At the start, a clock that shows this day is trusted however long ago the last
     * revision was recorded. The option is a date so that it accepts no later jump of the clock if it is left set.
     */
    Optional<String> accept();
}
