package org.casus.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** The settings that control which web pages may read responses of this service. */
@ConfigMapping(prefix = "casus.cors")
public interface CorsConfig {

    /**
     * The allowed origins, such as {@code https://map.example.org}. {@code localhost} allows every page served from this machine,
     * {@code *} every page.
     */
    @WithDefault("localhost")
    List<String> origins();
}
