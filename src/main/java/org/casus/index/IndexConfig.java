package org.casus.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The index: derived from the database, and rebuilt from it where it is missing. */
@ConfigMapping(prefix = "casus.index")
public interface IndexConfig {

    /** The folder, for this process alone. */
    @WithDefault("data/index")
    Path folder();

    /** How often to look for what other nodes have written. */
    @WithDefault("500ms")
    Duration poll();

    /** How often what was indexed is kept on disk, so that a start after a crash has little to catch up with. */
    @WithDefault("10s")
    Duration keep();
}
