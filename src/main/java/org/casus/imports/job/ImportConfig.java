package org.casus.imports.job;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The configuration of imports: the folder for files, and the largest file size. */
@ConfigMapping(prefix = "casus.imports")
public interface ImportConfig {

    /** The folder for files that wait or are being loaded. No other process may use it. */
    @WithDefault("data/imports")
    Path folder();

    /** The largest size of an unpacked file, in bytes. */
    @WithDefault("8G")
    MemorySize largest();
}
