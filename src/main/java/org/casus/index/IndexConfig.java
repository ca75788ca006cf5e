package org.casus.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The configuration of the index. The index is derived from the database and is rebuilt from it when it is missing. */
@ConfigMapping(prefix = "casus.index")
public interface IndexConfig {

    /** The index folder. Each process needs its own. */
    @WithDefault("data/index")
    Path folder();

    /** The interval at which the ledger is polled for revisions that other nodes have written. */
    @WithDefault("500ms")
    Duration poll();

    /** The interval between commits of the index to disk. A start after a crash has to catch up from the last commit. */
    @WithDefault("10s")
    Duration keep();
}
