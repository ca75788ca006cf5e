package org.casus.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Which pages in browsers may read what they ask of this service. */
@ConfigMapping(prefix = "casus.cors")
public interface CorsConfig {

    /**
     * Origins such as {@code https://map.example.org}; {@code localhost} for every page that comes from this machine, {@code *}
     * for every page there is.
     */
    @WithDefault("localhost")
    List<String> origins();
}
