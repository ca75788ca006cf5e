package org.casus.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The scheme and key of an {@code Authorization} header.
 *
 * @param key the key, or empty if the header cannot be parsed
 */
record Credentials(Scheme scheme, String key) {

    /** The authentication scheme with which a key is sent. */
    enum Scheme {
        /** RFC 6750. */
        BEARER("Bearer realm=\"casus\""),
        /** RFC 7617, with any user name and the key as the password. */
        BASIC("Basic realm=\"casus\", charset=\"UTF-8\""),
        /** A scheme that Casus does not know. */
        OTHER("");

        private final String challenge;

        Scheme(String challenge) {
            this.challenge = challenge;
        }

        /** Returns the {@code WWW-Authenticate} value that requests this scheme. */
        String challenge() {
            return challenge;
        }
    }

    static Credentials of(String header) {
        int blank = header.indexOf(' ');
        String name = blank < 0 ? header : header.substring(0, blank);
        String rest = blank < 0 ? "" : header.substring(blank + 1).strip();
        if (name.equalsIgnoreCase("bearer")) {
            return new Credentials(Scheme.BEARER, rest);
        }
        return name.equalsIgnoreCase("basic")
                ? new Credentials(Scheme.BASIC, password(rest)) : new Credentials(Scheme.OTHER, "");
    }

    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
