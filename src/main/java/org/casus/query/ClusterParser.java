package org.casus.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.casus.http.QueryParameters;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;

/** Parses request parameters into cluster queries. Throws {@link Problem} 400 for invalid parameters. */
public final class ClusterParser {

    /** The default zoom, which suits a map of the whole world. */
    public static final int ZOOM = 2;
    private static final Set<String> NAMES = names();

    private ClusterParser() {
    }

    /**
     * A parsed query and the point in time at which it reads the data.
     *
     * @param filters the parameters that filter the events shown
     */
    public record Parsed(ClusterQuery query, AsOf asOf, Map<String, List<String>> filters) {
    }

    public static Parsed parse(Map<String, List<String>> given) {
        QueryParameters parameters = new QueryParameters(given, NAMES);
        Map<String, List<String>> filters = new TreeMap<>(given);
        filters.keySet().removeAll(List.of("zoom", "asOf"));
        List<Filter> all = FilterParser.parse(ResourceKind.EVENT, parameters);
        ClusterQuery query = new ClusterQuery(
                all.stream().filter(filter -> !(filter instanceof Filter.InArea)).toList(),
                new Grid((int) parameters.number("zoom", 0, Grid.FINEST, ZOOM)),
                all.stream().filter(Filter.InArea.class::isInstance).map(filter -> ((Filter.InArea) filter).area())
                        .findFirst().orElse(ClusterQuery.WORLD));
        return new Parsed(query, parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now()), filters);
    }

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(FilterParser.namesFor(ResourceKind.EVENT));
        names.addAll(List.of("zoom", "asOf"));
        return names;
    }
}
