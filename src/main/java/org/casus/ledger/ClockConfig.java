package org.casus.ledger;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The operator's settings of the clock. */
@ConfigMapping(prefix = "casus.clock")
interface ClockConfig {

    /**
     * The day that it is, for example {@code 2026-11-30}: a clock that says this day is believed at the start, however long
     * ago the last revision was recorded. It names a day, so that an option that is left set accepts no later jump.
     */
    Optional<String> accept();
}
