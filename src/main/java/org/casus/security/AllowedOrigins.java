package org.casus.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The origins whose pages may read responses.
 *
 * @param any whether every origin is allowed
 * @param local whether origins on this machine are allowed, with any port
 * @param named further allowed origins
 */
record AllowedOrigins(boolean any, boolean local, Set<String> named) {

    private static final String ANY = "*";
    private static final String LOCAL = "localhost";
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#\\s,@]+");
    private static final Pattern OF_THIS_MACHINE = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    /**
     * Parses the configured origins.
     *
     * @throws IllegalArgumentException if an entry is not an origin
     */
    static AllowedOrigins of(Collection<String> configured) {
        List<String> words = configured.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
        Set<String> named = words.stream().filter(word -> !word.equals(ANY) && !word.equals(LOCAL))
                .map(AllowedOrigins::checked).collect(Collectors.toSet());
        return new AllowedOrigins(words.contains(ANY), words.contains(LOCAL), named);
    }

    private static String checked(String word) {
        if (!ORIGIN.matcher(word).matches()) {
            throw new IllegalArgumentException("casus.cors.origins has '" + word + "', which is no origin. An origin is a scheme and a"
                    + " host in lower case, with a port if it is not the usual one, for example https://map.example.org;"
                    + " 'localhost' stands for every page of this machine, and '*' for every page there is");
        }
        return word;
    }

    /** Returns these origins without the wildcard; if there was one, local origins are allowed in its place. */
    AllowedOrigins withoutAny() {
        return any ? new AllowedOrigins(false, true, named) : this;
    }

    boolean allow(String origin) {
        return any || named.contains(origin) || local && OF_THIS_MACHINE.matcher(origin).matches();
    }
}
