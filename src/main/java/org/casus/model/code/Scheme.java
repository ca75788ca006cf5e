package org.casus.model.code;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** A taxonomy that events may be coded in beside our own. */
public enum Scheme {
    @JsonProperty("cameo") CAMEO,
    @JsonProperty("plover") PLOVER,
    @JsonProperty("acled") ACLED,
    @JsonProperty("ucdp") UCDP;

    private final String token = name().toLowerCase(Locale.ROOT);

    /** Returns the scheme as it is written in bodies and in filters. */
    public String token() {
        return token;
    }

    /** @throws IllegalArgumentException if no scheme has that token */
    static Scheme ofToken(String token) {
        return Arrays.stream(values()).filter(scheme -> scheme.token.equals(token)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scheme '" + token + "'"));
    }
}
