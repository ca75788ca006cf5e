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
import org.casus.render.ClustersWriter;
import org.casus.render.JsonItemWriter;

/** Answers reads of event clusters for a map. */
@Singleton
public class ClusterReads {

    private final ReadModel model;
    private final Responses responses;
    private final QueryResolver resolver;

    ClusterReads(ReadModel model, Responses responses, QueryResolver resolver) {
        this.model = model;
        this.responses = responses;
        this.resolver = resolver;
    }

    /** Returns events grouped by the cells of a grid. */
    public Response clusters(UriInfo uri, HttpHeaders headers) {
        Map<String, List<String>> given = uri.getQueryParameters();
        ClusterParser.Parsed parsed = ClusterParser.parse(given);
        OptionalLong asOf = resolver.resolve(parsed.asOf());
        ClusterQuery query = parsed.query().with(resolver.understood(parsed.query().filters(), asOf));
        OptionalLong carried = given.containsKey("asOf") ? asOf : OptionalLong.empty();
        Map<String, List<String>> filters = CountReads.carrying(parsed.filters(), carried);
        String events = responses.path(ResourceKind.EVENT);
        String path = events + "/clusters";
        LongFunction<Map<String, String>> linksAt = revision -> {
            Map<String, String> links = responses.links(path, given, revision);
            links.put("events", Urls.of(events, within(filters, query.area())));
            TaxonomyCodes.readAs(path, given, parsed.query().filters(), query.filters(), links);
            return links;
        };
        long now = asOf.orElseGet(model::revision);
        Map<String, String> linksNow = linksAt.apply(now);
        Optional<Response> known = responses.known(responses.tagOfList(now, linksNow.get("self"), CountReads.FORMAT, headers), linksNow,
                headers);
        if (known.isPresent()) {
            return known.get();
        }
        EventLoopDispatch.query(QueryClass.COSTLY);
        Clusters clusters = model.clusters(query, asOf);
        Map<String, String> links = linksAt.apply(clusters.revision());
        String suffix = carried.isPresent() ? "?asOf=" + carried.getAsLong() : "";
        byte[] json = new ClustersWriter(clusters, query.grid(),
                cell -> query.seen(cell.column(), cell.row())
                        .map(box -> Urls.of(events, within(filters, box))),
                stored -> new JsonItemWriter(clusters.names(), responses.path(), carried).item(stored.template()),
                type -> responses.path(ResourceKind.EVENT_TYPE) + "/" + type + suffix).json(links);
        String tag = responses.tagOfList(clusters.revision(), links.get("self"), CountReads.FORMAT, headers);
        return responses.ok(json, MediaType.APPLICATION_JSON_TYPE, tag, links, headers);
    }

    private static Map<String, List<String>> within(Map<String, List<String>> filters, BoundingBox box) {
        Map<String, List<String>> more = new TreeMap<>(filters);
        more.put("bbox", List.of(text(box.west()) + "," + text(box.south()) + "," + text(box.east()) + ","
                + text(box.north())));
        return more;
    }

    /** Returns a number as text that parses to the same double, without an exponent or trailing zeros. */
    private static String text(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
