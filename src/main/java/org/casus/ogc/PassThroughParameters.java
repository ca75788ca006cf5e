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
 * Parameters that GIS programs give with the address of the service: {@code http://localhost:8080/?type=fight}. These programs
 * send them with every request, so every document of this door takes them and passes them on, until the items meet them.
 */
@Singleton
public final class PassThroughParameters {

    /** Parameters that say which page is shown or how: they belong to one request, and programs choose them by themselves. */
    private static final Set<String> OF_ONE_REQUEST = Set.of("cursor", "offset", "limit", "f");
    /** Parameters that leave nothing out. */
    private static final Set<String> OF_THE_ANSWER = Set.of("asOf", "sortby", "filter-lang", "filter-crs", "crs", "bbox-crs");
    private static final int SHOWN = 200;

    private final QueryResolver resolver;

    PassThroughParameters(QueryResolver resolver) {
        this.resolver = resolver;
    }

    /** Returns parameters without repetitions: programs also add theirs to links that have them already. */
    public static Map<String, List<String>> once(Map<String, List<String>> parameters) {
        Map<String, List<String>> once = new TreeMap<>();
        parameters.forEach((name, values) -> once.put(name, values.stream().distinct().toList()));
        return once;
    }

    /** Every parameter that can be carried to the items of some collection, and {@code f}. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of("f"));
        Arrays.stream(CollectionKind.values()).map(PassThroughParameters::namesFor).forEach(names::addAll);
        return names;
    }

    /** Every parameter that can be carried to the items of a collection. */
    static Set<String> namesFor(CollectionKind collectionKind) {
        Set<String> names = ItemsParser.namesFor(collectionKind);
        names.removeAll(OF_ONE_REQUEST);
        return names;
    }

    /** @throws Problem 400 if a parameter is none of any collection */
    public static QueryParameters read(Map<String, List<String>> given) {
        return new QueryParameters(given, names(), ItemsParser.LONGER);
    }

    /** @throws Problem 400 if a parameter is none of the collection */
    static QueryParameters read(CollectionKind collectionKind, Map<String, List<String>> given) {
        Set<String> names = namesFor(collectionKind);
        names.add("f");
        return new QueryParameters(given, names, ItemsParser.LONGER);
    }

    /** The parameters that are carried, as the query of a link; empty if there are none. */
    public static String queryString(Map<String, List<String>> given) {
        return Urls.of("", without(given, OF_ONE_REQUEST));
    }

    /** The moment asked of, as the query of a link to a document that takes no filter; empty where it is now. */
    static String moment(Map<String, List<String>> given) {
        List<String> asOf = given.get("asOf");
        return asOf == null ? "" : "?" + Urls.parameter("asOf", asOf.get(0));
    }

    /** The conditions that leave something out, for people to read; empty if there are none. */
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
     * The query of all items of a collection that meet what is carried.
     *
     * @throws Problem 400 if the collection does not take it
     */
    ListQuery query(CollectionKind collectionKind, Map<String, List<String>> given, OptionalLong asOf) {
        Map<String, List<String>> carried = without(given, OF_ONE_REQUEST);
        ListQuery query = ItemsParser.parse(collectionKind, carried).query();
        return query.with(resolver.understood(query.filters(), asOf));
    }

    /** @throws Problem 400 if there is no collection whose items can be asked for what is carried */
    public void check(Map<String, List<String>> given, OptionalLong asOf) {
        layers(given, asOf);
    }

    /**
     * The collections whose items can be asked for what is carried. Others are not offered: they would not be filtered, and nobody
     * would see it.
     *
     * @throws Problem 400 if there are none
     */
    List<CollectionKind> layers(Map<String, List<String>> given, OptionalLong asOf) {
        List<CollectionKind> layers = new ArrayList<>();
        List<Problem> refusals = new ArrayList<>();
        Set<String> names = without(given, OF_ONE_REQUEST).keySet();
        for (CollectionKind collectionKind : CollectionKind.values()) {
            if (namesFor(collectionKind).containsAll(names)) {
                try {
                    query(collectionKind, given, asOf);
                    layers.add(collectionKind);
                } catch (Problem e) {
                    // a filter may name properties that only other collections have
                    refusals.add(e);
                }
            }
        }
        if (!layers.isEmpty()) {
            return layers;
        }
        throw refusals.isEmpty() ? apart(names) : refusals.get(0);
    }

    private static Problem apart(Set<String> names) {
        String name = names.stream().filter(one -> !Arrays.stream(CollectionKind.values()).allMatch(collectionKind -> namesFor(collectionKind).contains(one)))
                .findFirst().orElseThrow();
        String whose = names.stream().map(one -> "'" + one + "' is one of " + Arrays.stream(CollectionKind.values())
                .filter(collectionKind -> namesFor(collectionKind).contains(one)).map(CollectionKind::id).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return Problem.parameter(name, ErrorCode.UNKNOWN_PARAMETER, "no collection takes all of these parameters: " + whose);
    }
}
