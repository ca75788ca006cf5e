package org.casus.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.casus.http.Limits;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.json.EnumNames;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.model.edtf.TimeRange;

/** Parses request parameters into count queries. Throws {@link Problem} 400 for invalid parameters. */
public final class CountParser {

    /** The maximum number of dimensions in one query. */
    public static final int MOST = 3;
    private static final Set<String> NAMES = names();
    private static final List<String> TRUTHS = List.of("true", "false");
    private static final String ROLE = "role";

    private final Map<String, List<String>> given;
    private final QueryParameters parameters;

    private CountParser(Map<String, List<String>> given) {
        this.given = given;
        this.parameters = new QueryParameters(given, NAMES);
    }

    /**
     * A parsed query and the point in time at which it reads the data.
     *
     * @param asked every given filter, including those that a facet leaves out
     * @param filters the parameters that filter the counted events
     */
    public record Parsed(CountQuery query, AsOf asOf, List<Filter> asked, Map<String, List<String>> filters) {
    }

    public static Parsed parse(Map<String, List<String>> given) {
        return new CountParser(given).parse();
    }

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(FilterParser.namesFor(ResourceKind.EVENT));
        names.addAll(List.of("by", "limit", "empty", "facet", "asOf"));
        return names;
    }

    private Parsed parse() {
        List<Dimension> by = by();
        List<Filter> asked = FilterParser.parse(ResourceKind.EVENT, parameters);
        boolean facet = truth("facet");
        Map<String, List<String>> filters = new TreeMap<>(given);
        filters.keySet().retainAll(FilterParser.namesFor(ResourceKind.EVENT));
        filters.keySet().removeIf(name -> facet && by.stream().anyMatch(dimension -> dimension.owns(name)));
        List<Filter> counted = parsed(filters);
        int limit = (int) parameters.number("limit", 1, Limits.VALUES_COUNTED, Limits.VALUES_COUNTED);
        CountQuery query = new CountQuery(counted, by, limit, truth("empty"), window(counted),
                roles(filters), by.contains(Dimension.ROLE) ? inRole(filters) : Map.of());
        AsOf asOf = parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now());
        return new Parsed(query, asOf, asked, filters);
    }

    private static List<Filter> parsed(Map<String, List<String>> filters) {
        return FilterParser.parse(ResourceKind.EVENT, new QueryParameters(filters, NAMES));
    }

    private List<Dimension> by() {
        List<String> words = parameters.list("by");
        List<String> known = Dimension.offered().stream().map(Dimension::word).toList();
        if (words.isEmpty()) {
            throw Problem.parameter("by", ErrorCode.REQUIRED,
                    "'by' says what to count by, up to " + MOST + " of " + String.join(", ", known) + ": by=month,type");
        }
        List<Dimension> by = new ArrayList<>();
        for (String word : words) {
            by.add(Dimension.of(word).orElseThrow(() -> Problem.parameter("by", ErrorCode.UNKNOWN_VALUE,
                    "'" + CleanText.shown(word) + "' is not one of " + String.join(", ", known)
                            + NearestMatch.hint(word, known))));
        }
        if (by.size() > MOST || by.stream().distinct().count() < by.size()) {
            throw Problem.parameter("by", ErrorCode.SIZE, "'by' takes up to " + MOST + " dimensions, each once");
        }
        if (by.stream().filter(Dimension::isTime).count() > 1) {
            throw Problem.parameter("by", ErrorCode.RULE,
                    "'by' takes one of year, month, week and day, not several: each lies in the next or across it");
        }
        return by;
    }

    private boolean truth(String name) {
        String text = parameters.text(name).orElse("false");
        if (!TRUTHS.contains(text)) {
            throw Problem.parameter(name, ErrorCode.UNKNOWN_VALUE,
                    "'" + CleanText.shown(text) + "' is not one of " + String.join(", ", TRUTHS));
        }
        return text.equals("true");
    }

    private static TimeRange window(List<Filter> filters) {
        return filters.stream()
                .filter(Filter.During.class::isInstance)
                .map(filter -> ((Filter.During) filter).time())
                .findFirst().orElse(TimeRange.ALWAYS);
    }

    /** Returns the roles to count. A filter by role restricts the counted participations, not only the counted events. */
    private static Set<Role> roles(Map<String, List<String>> filters) {
        List<String> words = new QueryParameters(filters, NAMES).list(ROLE);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        words.forEach(word -> EnumNames.read(Role.class, word).ifPresent(roles::add));
        return roles.isEmpty() ? EnumSet.allOf(Role.class) : roles;
    }

    /**
     * Returns the filters per role if a filter names actors. An event then counts in a role only if those actors take
     * part in that role, so that the count matches the list behind the link of the row.
     */
    private static Map<Role, List<Filter>> inRole(Map<String, List<String>> filters) {
        boolean named = filters.keySet().stream().anyMatch(name -> name.equals("actor") || name.startsWith("actor."));
        Map<Role, List<Filter>> inRole = new EnumMap<>(Role.class);
        if (named) {
            for (Role role : roles(filters)) {
                Map<String, List<String>> narrowed = new TreeMap<>(filters);
                narrowed.put(ROLE, List.of(EnumNames.wordOf(role)));
                inRole.put(role, parsed(narrowed));
            }
        }
        return inRole;
    }
}
