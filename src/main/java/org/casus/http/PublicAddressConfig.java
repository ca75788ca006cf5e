package org.casus.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of {@link PublicAddress}. */
@ConfigMapping(prefix = "casus")
public interface PublicAddressConfig {

    /** URL of the service for users: scheme, host and, if a proxy adds one, a path. Example: {@code https://example.org/casus}. */
    Optional<String> publicUrl();
}
