package org.casus.model.code;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** An external taxonomy that events can be coded in, in addition to the event types of Casus. */
public enum Scheme {
    @JsonProperty("cameo") CAMEO,
    @JsonProperty("plover") PLOVER,
    @JsonProperty("acled") ACLED,
    @JsonProperty("ucdp") UCDP;

    private final String token = name().toLowerCase(Locale.ROOT);

    /** Returns the name of the scheme in request and response bodies and in filters. */
    public String token() {
        return token;
    }

    /**
     * Returns the scheme with the given token.
     *
     * @throws IllegalArgumentException if no scheme has that token
     */
    static Scheme ofToken(String token) {
        return Arrays.stream(values()).filter(scheme -> scheme.token.equals(token)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scheme '" + token + "'"));
    }
}
