package org.casus.ogc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.http.Urls;

/** Parameters as they came in, by what this door forgives and passes on. */
final class Given {

    private static final List<String> PASSED_ON = List.of("asOf", "f");

    private Given() {
    }

    /** Each of those that programs add to links which have them already, once if it says the same each time. */
    static Map<String, List<String>> once(Map<String, List<String>> parameters) {
        Map<String, List<String>> once = new TreeMap<>(parameters);
        PASSED_ON.forEach(name -> once.computeIfPresent(name, (same, values) -> values.stream().distinct().toList()));
        return once;
    }

    /** The moment asked of, as the query of a link to another document; empty where it is now. */
    static String carried(Map<String, List<String>> given) {
        List<String> asOf = given.get("asOf");
        return asOf == null ? "" : "?" + Urls.parameter("asOf", asOf.get(0));
    }
}
