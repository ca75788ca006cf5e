package org.casus.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The origins of pages that may read answers.
 *
 * @param any whether all may
 * @param local whether those of this machine may, with any port
 * @param named others that may
 */
record AllowedOrigins(boolean any, boolean local, Set<String> named) {

    private static final String ANY = "*";
    private static final String LOCAL = "localhost";
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#\\s,@]+");
    private static final Pattern OF_THIS_MACHINE = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    /** @throws IllegalArgumentException if one of them is no origin */
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

    /** The same without those that nobody named. */
    AllowedOrigins withoutAny() {
        return any ? new AllowedOrigins(false, true, named) : this;
    }

    boolean allow(String origin) {
        return any || named.contains(origin) || local && OF_THIS_MACHINE.matcher(origin).matches();
    }
}
