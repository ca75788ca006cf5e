package org.casus.seed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The content of an empty database at its first start. */
@ConfigMapping(prefix = "casus")
public interface DossierConfig {

    /** The bundled dossier to load into an empty database, or {@code none}. */
    @WithDefault("prague-2023")
    String dossier();
}
