package org.casus.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Reads need a key, and the operator would let in any page. */
public class ClosedReadsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("casus.reads", "key", "casus.cors.origins", "*");
    }
}
