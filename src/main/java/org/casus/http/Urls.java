package org.casus.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builds readable URLs: commas, colons and slashes in queries are not percent-encoded. */
public final class Urls {

    /** Characters besides ASCII letters and digits that are not percent-encoded in a query. */
    private static final String PLAIN = "-_.*,:/";

    private Urls() {
    }

    /** Returns the path with its parameters sorted by name, so that equal queries have equal URLs. */
    public static String of(String path, Map<String, List<String>> parameters) {
        if (parameters.isEmpty()) {
            return path;
        }
        return path + new TreeMap<>(parameters).entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> parameter(entry.getKey(), value)))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** Returns one encoded query parameter. */
    public static String parameter(String name, String value) {
        return encode(name) + "=" + encode(value);
    }

    private static String encode(String text) {
        return isPlain(text) ? text : encoded(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || PLAIN.indexOf(c) >= 0;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20").replace("%2C", ",").replace("%3A", ":").replace("%2F", "/");
    }
}
