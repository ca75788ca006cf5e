package org.casus;

import java.util.Map;

/** Runs a test on a PostgreSQL of its own that begins without a dossier, so that it may write what it likes. */
public class OnFreshPostgreSql extends OnPostgreSql {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("casus.dossier", "none");
    }
}
