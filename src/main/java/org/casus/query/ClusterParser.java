package org.casus.query;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.casus.http.Parameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.query.ClusterQuery.Area;
import org.casus.vocabulary.ResourceKind;

/** Makes cluster queries of parameters. Throws {@link Problem} 400 for whatever cannot be read. */
public final class ClusterParser {

    /** What a map of the world begins with. */
    public static final int ZOOM = 2;
    private static final String BBOX = "bbox";
    private static final Set<String> NAMES = names();
    private static final String NUMBER = "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?";

    private ClusterParser() {
    }

    /**
     * A query and the moment that it is asked of.
     *
     * @param filters the parameters that filter what is shown
     */
    public record Parsed(ClusterQuery query, AsOf asOf, Map<String, List<String>> filters) {
    }

    public static Parsed parse(Map<String, List<String>> given) {
        Parameters parameters = new Parameters(given, NAMES);
        Map<String, List<String>> filters = new TreeMap<>(given);
        filters.keySet().removeAll(List.of("zoom", "asOf"));
        Map<String, List<String>> elsewhere = new TreeMap<>(filters);
        elsewhere.remove(BBOX);
        ClusterQuery query = new ClusterQuery(
                FilterParser.parse(ResourceKind.EVENT, new Parameters(elsewhere, NAMES)),
                new Grid((int) parameters.number("zoom", 0, Grid.FINEST, ZOOM)),
                parameters.text(BBOX).map(ClusterParser::area).orElse(Area.WORLD));
        return new Parsed(query, parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now()), filters);
    }

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(FilterParser.namesFor(ResourceKind.EVENT));
        names.addAll(List.of("zoom", BBOX, "asOf"));
        return names;
    }

    private static Area area(String text) {
        List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (parts.size() == 4 && parts.stream().allMatch(part -> part.matches(NUMBER))) {
            List<Double> sides = parts.stream().map(Double::valueOf).toList();
            Area area = new Area(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
            if (Math.abs(area.west()) <= 180 && Math.abs(area.east()) <= 180 && area.south() >= -90
                    && area.north() <= 90 && area.south() <= area.north()) {
                return area;
            }
        }
        throw Problem.parameter(BBOX, ErrorCode.PATTERN, "'" + CleanText.shown(text) + "' is not west,south,east,north in"
                + " degrees, for example 12.09,48.55,18.86,51.06: longitudes from -180 to 180, latitudes from -90 to 90,"
                + " south not above north; west lies east of east where the box crosses the antimeridian");
    }
}
