package org.casus.ogc;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.http.QueryParameters;
import org.casus.http.Urls;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.query.ListQuery;
import org.casus.rest.QueryResolver;

/**
 * The parameters of items that GIS clients add to the URL of the service: {@code http://localhost:8080/?type=fight}. These clients
 * send them with every request, so every document of this interface accepts them and repeats them in its links. The items apply
 * them.
 */
@Singleton
public final class PassThroughParameters {

    /** Parameters that choose a page or a format. They belong to one request and are set by the client software, not by its user. */
    private static final Set<String> OF_ONE_REQUEST = Set.of("cursor", "offset", "limit", "f");
    /** Parameters that do not restrict which features match. */
    private static final Set<String> OF_THE_ANSWER = Set.of("asOf", "sortby", "filter-lang", "filter-crs", "crs", "bbox-crs");
    /** The maximum length of a description of the conditions, in code points. */
    private static final int SHOWN = 200;

    private final QueryResolver resolver;

    PassThroughParameters(QueryResolver resolver) {
        this.resolver = resolver;
    }

    /** Returns the parameters without repeated values. Clients add their parameters even to links that contain them already. */
    public static Map<String, List<String>> once(Map<String, List<String>> parameters) {
        Map<String, List<String>> once = new TreeMap<>();
        parameters.forEach((name, values) -> once.put(name, values.stream().distinct().toList()));
        return once;
    }

    /** Returns the name of every parameter that can be passed on to the items of any collection, and {@code f}. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of("f"));
        Arrays.stream(CollectionKind.values()).map(PassThroughParameters::namesFor).forEach(names::addAll);
        return names;
    }

    /** Returns the name of every parameter that can be passed on to the items of the given collection. */
    static Set<String> namesFor(CollectionKind collection) {
        Set<String> names = ItemsParser.namesFor(collection);
        names.removeAll(OF_ONE_REQUEST);
        return names;
    }

    /**
     * Reads the parameters of a document that does not belong to one collection.
     *
     * @throws Problem 400 if no collection accepts a parameter
     */
    public static QueryParameters read(Map<String, List<String>> given) {
        return new QueryParameters(given, names(), ItemsParser.LONGER);
    }

    /**
     * Reads the parameters of a document that belongs to the given collection.
     *
     * @throws Problem 400 if the collection does not accept a parameter
     */
    static QueryParameters read(CollectionKind collection, Map<String, List<String>> given) {
        Set<String> names = namesFor(collection);
        names.add("f");
        return new QueryParameters(given, names, ItemsParser.LONGER);
    }

    /** Returns the parameters to pass on as the query string of a link, empty if there are none. */
    public static String queryString(Map<String, List<String>> given) {
        return Urls.of("", without(given, OF_ONE_REQUEST));
    }

    /** Returns {@code asOf} as the query string of a link to a document without filters, empty if the request has none. */
    static String moment(Map<String, List<String>> given) {
        List<String> asOf = given.get("asOf");
        return asOf == null ? "" : "?" + Urls.parameter("asOf", asOf.get(0));
    }

    /** Returns the restricting parameters as text for people to read, empty if there are none. */
    static String conditions(Map<String, List<String>> given) {
        Map<String, List<String>> conditions = without(without(given, OF_ONE_REQUEST), OF_THE_ANSWER);
        String all = conditions.entrySet().stream().map(one -> one.getKey() + "=" + CleanText.shown(one.getValue().get(0)))
                .collect(Collectors.joining(" & "));
        return all.codePointCount(0, all.length()) <= SHOWN ? all : all.substring(0, all.offsetByCodePoints(0, SHOWN)) + "…";
    }

    private static Map<String, List<String>> without(Map<String, List<String>> given, Collection<String> names) {
        Map<String, List<String>> others = new TreeMap<>(given);
        others.keySet().removeAll(names);
        return others;
    }

    /**
     * Returns the query for all items of a collection that match the parameters passed on.
     *
     * @throws Problem 400 if the collection does not accept the parameters
     */
    ListQuery query(CollectionKind collection, Map<String, List<String>> given, OptionalLong asOf) {
        Map<String, List<String>> carried = without(given, OF_ONE_REQUEST);
        ListQuery query = ItemsParser.parse(collection, carried).query();
        return query.with(resolver.understood(query.filters(), asOf));
    }

    /**
     * Checks that the items of at least one collection accept all of the parameters passed on.
     *
     * @throws Problem 400 if there is no such collection
     */
    public void check(Map<String, List<String>> given, OptionalLong asOf) {
        layers(given, asOf);
    }

    /**
     * Returns the collections whose items accept all of the parameters passed on. The others are left out, because clients would
     * show them unfiltered without any notice.
     *
     * @throws Problem 400 if there is no such collection
     */
    List<CollectionKind> layers(Map<String, List<String>> given, OptionalLong asOf) {
        List<CollectionKind> layers = new ArrayList<>();
        List<Problem> refusals = new ArrayList<>();
        Set<String> names = without(given, OF_ONE_REQUEST).keySet();
        for (CollectionKind collection : CollectionKind.values()) {
            if (namesFor(collection).containsAll(names)) {
                try {
                    query(collection, given, asOf);
                    layers.add(collection);
                } catch (Problem e) {
                    // the filter may name properties that only other collections have
                    refusals.add(e);
                }
            }
        }
        if (!layers.isEmpty()) {
            return layers;
        }
        throw refusals.isEmpty() ? apart(names) : refusals.get(0);
    }

    /** Returns the problem for parameters that no single collection accepts together. */
    private static Problem apart(Set<String> names) {
        String name = names.stream().filter(one -> !Arrays.stream(CollectionKind.values())
                .allMatch(collection -> namesFor(collection).contains(one))).findFirst().orElseThrow();
        String whose = names.stream().map(one -> "'" + one + "' is one of " + Arrays.stream(CollectionKind.values())
                .filter(collection -> namesFor(collection).contains(one)).map(CollectionKind::id).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return Problem.parameter(name, ErrorCode.UNKNOWN_PARAMETER, "no collection takes all of these parameters: " + whose);
    }
}
