package org.casus.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The operator's settings of who may read and write. */
@ConfigMapping(prefix = "casus")
public interface AccessConfig {

    /** The clients that may read. */
    @WithDefault("open")
    Reads reads();

    /**
     * An administrator's key given from outside, at least 32 characters; with it none is made on the first start.
     * For containers and tests: {@code CASUS_ADMIN_KEY}.
     */
    Optional<String> adminKey();

    /**
     * Names of hosts by which a service that listens on its own machine alone may be asked, beside those of that machine and of
     * the public URL; {@code *} for any.
     */
    Optional<List<String>> hosts();

    /** Whether reads need a key. */
    enum Reads {
        OPEN, KEY
    }
}
