package org.casus.imports.job;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where files that are loaded are kept, and how large they may be. */
@ConfigMapping(prefix = "casus.imports")
public interface ImportConfig {

    /** The folder for files that wait or are being loaded, for this process alone. */
    @WithDefault("data/imports")
    Path folder();

    /** Most bytes of a file, unpacked. */
    @WithDefault("8G")
    MemorySize largest();
}
