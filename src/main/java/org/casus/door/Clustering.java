package org.casus.door;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.casus.http.Tags;
import org.casus.http.Urls;
import org.casus.query.ClusterParser;
import org.casus.query.ClusterQuery.Area;
import org.casus.query.Clusters;
import org.casus.query.Clusters.Cell;
import org.casus.query.Grid;
import org.casus.query.ReadModel;
import org.casus.query.Revisions;
import org.casus.render.ClustersAnswer;
import org.casus.render.JsonAnswer;
import org.casus.vocabulary.ResourceKind;

/** Answers where events are, for a map. */
@Singleton
public class Clustering {

    private static final String FORMAT = "json";

    private final ReadModel model;
    private final Revisions revisions;
    private final Answers answers;
    private final Reading reading;

    Clustering(ReadModel model, Revisions revisions, Answers answers, Reading reading) {
        this.model = model;
        this.revisions = revisions;
        this.answers = answers;
        this.reading = reading;
    }

    /** Events by the cells of a grid. */
    public Response clusters(UriInfo uri, HttpHeaders headers) {
        Map<String, List<String>> given = uri.getQueryParameters();
        ClusterParser.Parsed parsed = ClusterParser.parse(given);
        OptionalLong asOf = reading.resolve(parsed.asOf());
        reading.checkReferences(parsed.query().filters(), asOf.orElseGet(revisions::visible));
        Clusters clusters = model.clusters(parsed.query(), asOf);
        OptionalLong carried = given.containsKey("asOf") ? asOf : OptionalLong.empty();
        Map<String, List<String>> filters = Counting.carrying(parsed.filters(), carried);
        String events = answers.path(ResourceKind.EVENT);
        Map<String, String> links = Counting.links(events + "/clusters", given, clusters.revision());
        links.put("events", Urls.of(events, within(filters, parsed.query().area())));
        Grid grid = parsed.query().grid();
        String suffix = carried.isPresent() ? "?asOf=" + carried.getAsLong() : "";
        byte[] json = new ClustersAnswer(clusters, grid,
                cell -> area(grid, cell).within(parsed.query().area())
                        .map(area -> Urls.of(events, within(filters, area))),
                stored -> new JsonAnswer(clusters.names(), carried).item(stored.template()),
                type -> answers.path(ResourceKind.EVENT_TYPE) + "/" + type + suffix).json(links);
        String tag = Tags.ofList(clusters.revision(), links.get("self"), FORMAT,
                headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        return answers.ok(json, tag, links, headers);
    }

    /** Every point that lies in the cell, and none that lies on the border to the next. */
    private static Area area(Grid grid, Cell cell) {
        return new Area(grid.west(cell.column()), grid.south(cell.row()),
                grid.lastLon(cell.column()), grid.lastLat(cell.row()));
    }

    private static Map<String, List<String>> within(Map<String, List<String>> filters, Area area) {
        Map<String, List<String>> more = new TreeMap<>(filters);
        more.put("bbox", List.of(text(area.west()) + "," + text(area.south()) + "," + text(area.east()) + ","
                + text(area.north())));
        return more;
    }

    /** A number that reads back as the same, without a needless fraction. */
    private static String text(double degrees) {
        return degrees == Math.rint(degrees) ? Long.toString((long) degrees) : Double.toString(degrees);
    }
}
