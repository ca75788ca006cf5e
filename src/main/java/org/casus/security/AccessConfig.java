package org.casus.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The settings that control which clients may read and write. */
@ConfigMapping(prefix = "casus")
public interface AccessConfig {

    /** The clients that may read. */
    @WithDefault("open")
    Reads reads();

    /**
     * A preset administrator key of at least 32 characters. If it is set, no key is created on the first start.
     * For containers and tests: {@code CASUS_ADMIN_KEY}.
     */
    Optional<String> adminKey();

    /**
     * Additional host names that requests may use when the service listens on loopback only. The loopback names and the host of the
     * public URL are always allowed; {@code *} allows any name.
     */
    Optional<List<String>> hosts();

    /** The choices for read access: open to everyone, or only with a key. */
    enum Reads {
        OPEN, KEY
    }
}
