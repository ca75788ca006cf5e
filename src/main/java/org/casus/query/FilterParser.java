package org.casus.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casus.http.QueryParameters;
import org.casus.http.Urls;
import org.casus.http.json.CleanText;
import org.casus.http.json.EnumNames;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.model.Slug;
import org.casus.model.code.Scheme;
import org.casus.query.field.Field;
import org.casus.query.field.Match;

/** Parses request parameters into filters, for all endpoints. Throws {@link Problem} 400 for invalid parameters. */
public final class FilterParser {

    private static final Pattern WITH_SCHEME = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+:.{1,200}");

    private final ResourceKind kind;
    private final QueryParameters parameters;

    private FilterParser(ResourceKind kind, QueryParameters parameters) {
        this.kind = kind;
        this.parameters = parameters;
    }

    /** Returns the filters that the parameters contain for a resource type. */
    public static List<Filter> parse(ResourceKind kind, QueryParameters parameters) {
        return new FilterParser(kind, parameters).filters();
    }

    /** Returns the names of all parameters that filter the resource type. */
    public static Set<String> namesFor(ResourceKind kind) {
        Set<String> names = new LinkedHashSet<>(List.of("q"));
        for (Field field : Field.of(kind)) {
            for (Match match : field.matches()) {
                names.add(field.parameter(match));
            }
        }
        names.addAll(RangeFilterParser.namesFor(kind));
        return names;
    }

    /** Returns whether resources of the type have a time, so that {@code from} and {@code to} apply to them. */
    public static boolean hasTime(ResourceKind kind) {
        return kind == ResourceKind.EVENT || kind == ResourceKind.STATEMENT || kind == ResourceKind.SOURCE;
    }

    /** Returns whether resources of the type can have a point, so that {@code bbox} and {@code near} apply to them. */
    public static boolean hasPoint(ResourceKind kind) {
        return kind == ResourceKind.EVENT || kind == ResourceKind.PLACE;
    }

    private List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        for (Field field : Field.of(kind)) {
            for (Match match : field.matches()) {
                if (parameters.has(field.parameter(match))) {
                    filters.add(values(field, match));
                }
            }
        }
        filters = participations(filters);
        filters.addAll(new RangeFilterParser(kind, parameters).filters());
        parameters.text("q").map(this::searchText).ifPresent(filters::add);
        return filters;
    }

    /** Pairs the filter by role with the filters by actor, if there are any. Without them it remains a filter of its own. */
    private static List<Filter> participations(List<Filter> filters) {
        Optional<Filter.Values> role = filters.stream().map(Filter.Values.class::cast)
                .filter(values -> values.field() == Field.ROLE && values.match() == Match.ANY).findAny();
        boolean paired = role.isPresent() && filters.stream().anyMatch(FilterParser::asksForActors);
        if (!paired) {
            return filters;
        }
        List<Role> roles = role.get().values().stream()
                .map(word -> EnumNames.read(Role.class, word).orElseThrow()).toList();
        List<Filter> met = new ArrayList<>();
        for (Filter filter : filters) {
            if (asksForActors(filter)) {
                met.add(new Filter.Participation(roles, (Filter.Values) filter));
            } else if (!filter.equals(role.get())) {
                met.add(filter);
            }
        }
        return met;
    }

    private static boolean asksForActors(Filter filter) {
        return filter instanceof Filter.Values values && values.field() == Field.ACTOR_IN
                && values.match() != Match.NONE;
    }

    private Filter values(Field field, Match match) {
        String name = field.parameter(match);
        List<String> values = parameters.list(name);
        values.forEach(value -> checkValue(field, name, value));
        return new Filter.Values(field, match, values);
    }

    private static void checkValue(Field field, String name, String value) {
        boolean coded = field == Field.CODING || field == Field.TYPE && value.contains(":");
        if (!field.refersTo().isEmpty() && !coded && Slug.isValid(value)) {
            return;
        }
        String shown = CleanText.shown(value);
        if (!field.refersTo().isEmpty() && !coded && !Slug.isValid(value)) {
            throw Problem.parameter(name, ErrorCode.PATTERN, "'" + shown + "' is no id: " + Slug.objection(value)
                    + "; ids are found by name: " + field.refersTo().stream().map(kind -> "/" + kind.collection() + "?"
                            + Urls.parameter("q", shown)).collect(Collectors.joining(", ")));
        }
        field.choices().map(EnumNames::of).filter(words -> !words.contains(value)).ifPresent(words -> {
            throw Problem.parameter(name, ErrorCode.UNKNOWN_VALUE,
                    "'" + shown + "' is not one of " + String.join(", ", words) + NearestMatch.hint(value, words));
        });
        if (field == Field.TAG && !value.matches(Slug.PATTERN)) {
            throw Problem.parameter(name, ErrorCode.PATTERN,
                    "'" + shown + "' is no tag: a tag is lower-case letters and digits, joined by single hyphens");
        }
        if (field == Field.IDENTIFIER && !WITH_SCHEME.matcher(value).matches()) {
            throw Problem.parameter(name, ErrorCode.PATTERN,
                    "'" + shown + "' is not scheme:value, for example " + field.example());
        }
        if (coded && EnumNames.of(Scheme.class).stream().noneMatch(s -> value.startsWith(s + ":"))) {
            throw Problem.parameter(name, ErrorCode.PATTERN, "'" + shown + "' is not scheme:code with a scheme of "
                    + String.join(", ", EnumNames.of(Scheme.class)) + ", for example " + Field.CODING.example());
        }
    }

    private Filter searchText(String text) {
        SearchText parsed = SearchText.parse(text);
        if (parsed.clauses().size() > SearchText.MOST_CLAUSES) {
            throw Problem.parameter("q", ErrorCode.SIZE, "'q' takes at most " + SearchText.MOST_CLAUSES + " words");
        }
        return new Filter.Text(parsed);
    }
}
