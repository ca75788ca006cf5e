package org.casus.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.casus.http.Urls;
import org.casus.model.ResourceKind;
import org.casus.model.geo.BoundingBox;
import org.casus.query.ClusterParser;
import org.casus.query.ClusterQuery;
import org.casus.readmodel.Clusters;
import org.casus.readmodel.ReadModel;
import org.casus.render.ClustersAnswer;
import org.casus.render.JsonAnswer;

/** Answers where events are, for a map. */
@Singleton
public class Clustering {

    private final ReadModel model;
    private final Answers answers;
    private final Questions questions;

    Clustering(ReadModel model, Answers answers, Questions questions) {
        this.model = model;
        this.answers = answers;
        this.questions = questions;
    }

    /** Events by the cells of a grid. */
    public Response clusters(UriInfo uri, HttpHeaders headers) {
        Map<String, List<String>> given = uri.getQueryParameters();
        ClusterParser.Parsed parsed = ClusterParser.parse(given);
        OptionalLong asOf = questions.resolve(parsed.asOf());
        ClusterQuery query = parsed.query().with(questions.understood(parsed.query().filters(), asOf));
        OptionalLong carried = given.containsKey("asOf") ? asOf : OptionalLong.empty();
        Map<String, List<String>> filters = Counting.carrying(parsed.filters(), carried);
        String events = answers.path(ResourceKind.EVENT);
        String path = events + "/clusters";
        LongFunction<Map<String, String>> linksAt = revision -> {
            Map<String, String> links = answers.links(path, given, revision);
            links.put("events", Urls.of(events, within(filters, query.area())));
            Crosswalk.readAs(path, given, parsed.query().filters(), query.filters(), links);
            return links;
        };
        long now = asOf.orElseGet(model::revision);
        Map<String, String> linksNow = linksAt.apply(now);
        Optional<Response> known = answers.known(answers.tagOfList(now, linksNow.get("self"), Counting.FORMAT, headers), linksNow, headers);
        if (known.isPresent()) {
            return known.get();
        }
        Threads.query(QueryClass.COSTLY);
        Clusters clusters = model.clusters(query, asOf);
        Map<String, String> links = linksAt.apply(clusters.revision());
        String suffix = carried.isPresent() ? "?asOf=" + carried.getAsLong() : "";
        byte[] json = new ClustersAnswer(clusters, query.grid(),
                cell -> query.seen(cell.column(), cell.row())
                        .map(box -> Urls.of(events, within(filters, box))),
                stored -> new JsonAnswer(clusters.names(), answers.path(), carried).item(stored.template()),
                type -> answers.path(ResourceKind.EVENT_TYPE) + "/" + type + suffix).json(links);
        String tag = answers.tagOfList(clusters.revision(), links.get("self"), Counting.FORMAT, headers);
        return answers.ok(json, MediaType.APPLICATION_JSON_TYPE, tag, links, headers);
    }

    private static Map<String, List<String>> within(Map<String, List<String>> filters, BoundingBox box) {
        Map<String, List<String>> more = new TreeMap<>(filters);
        more.put("bbox", List.of(text(box.west()) + "," + text(box.south()) + "," + text(box.east()) + ","
                + text(box.north())));
        return more;
    }

    /** A number that reads back as the same, without an exponent or a needless fraction. */
    private static String text(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
