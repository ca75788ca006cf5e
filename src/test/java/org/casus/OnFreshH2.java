package org.casus;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Runs a test on an H2 database of its own that begins without a dossier, so that it may write what it likes. */
public class OnFreshH2 implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("casus.dossier", "none");
    }
}
