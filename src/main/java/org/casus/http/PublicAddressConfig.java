package org.casus.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of {@link PublicAddress}. */
@ConfigMapping(prefix = "casus")
public interface PublicAddressConfig {

    /** Where users reach the service: scheme, host and, behind a proxy that adds one, the path: {@code https://example.org/casus}. */
    Optional<String> publicUrl();
}
