package org.casus.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the service stands for its users. */
@ConfigMapping(prefix = "casus")
public interface PublicAddress {

    /** Scheme and host, for example {@code https://casus.example.org}; without it links in headers are relative. */
    Optional<String> publicUrl();
}
