package org.casus.seed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The configuration of the data that the first start loads into an empty database. */
@ConfigMapping(prefix = "casus")
public interface DossierConfig {

    /** The bundled dossier to load into an empty database, or {@code none}. */
    @WithDefault("prague-2023")
    String dossier();
}
