package org.casus.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.casus.http.Urls;
import org.casus.model.ResourceKind;
import org.casus.query.CountParser;
import org.casus.query.Filter;
import org.casus.readmodel.Counts;
import org.casus.readmodel.ReadModel;
import org.casus.render.CountsWriter;
import org.casus.render.Format;

/** Answers reads of event counts. */
@Singleton
public class CountReads {

    /** The format part of the ETags of counts and clusters. */
    static final String FORMAT = Format.JSON.tag();

    private final ReadModel model;
    private final Responses responses;
    private final QueryResolver resolver;

    CountReads(ReadModel model, Responses responses, QueryResolver resolver) {
        this.model = model;
        this.responses = responses;
        this.resolver = resolver;
    }

    /** Returns events counted by up to three dimensions. */
    public Response counts(UriInfo uri, HttpHeaders headers) {
        Map<String, List<String>> given = uri.getQueryParameters();
        CountParser.Parsed parsed = CountParser.parse(given);
        OptionalLong asOf = resolver.resolve(parsed.asOf());
        List<Filter> understood = resolver.understood(parsed.asked(), asOf);
        OptionalLong carried = given.containsKey("asOf") ? asOf : OptionalLong.empty();
        Map<String, List<String>> filters = carrying(parsed.filters(), carried);
        String events = responses.path(ResourceKind.EVENT);
        String path = events + "/counts";
        LongFunction<Map<String, String>> linksAt = revision -> {
            Map<String, String> links = responses.links(path, given, revision);
            links.put("events", Urls.of(events, filters));
            TaxonomyCodes.readAs(path, given, parsed.asked(), understood, links);
            return links;
        };
        long now = asOf.orElseGet(model::revision);
        Map<String, String> linksNow = linksAt.apply(now);
        Optional<Response> known = responses.known(responses.tagOfList(now, linksNow.get("self"), FORMAT, headers), linksNow, headers);
        if (known.isPresent()) {
            return known.get();
        }
        EventLoopDispatch.query(QueryClass.COSTLY);
        Counts counts = model.counts(parsed.query().with(asked -> resolver.understood(asked, asOf)), asOf);
        Map<String, String> links = linksAt.apply(counts.revision());
        String suffix = carried.isPresent() ? "?asOf=" + carried.getAsLong() : "";
        byte[] json = new CountsWriter(counts, parsed.query().by(), new CountRowLinks(parsed.query(), filters, events),
                reference -> responses.path(reference.kind()) + "/" + reference.id() + suffix).json(links);
        return responses.ok(json, MediaType.APPLICATION_JSON_TYPE, responses.tagOfList(counts.revision(), links.get("self"), FORMAT,
                headers), links, headers);
    }

    /** Returns the filters for a link to a list, with {@code asOf} if a revision is given. */
    static Map<String, List<String>> carrying(Map<String, List<String>> filters, OptionalLong asOf) {
        Map<String, List<String>> carrying = new TreeMap<>(filters);
        asOf.ifPresent(revision -> carrying.put("asOf", List.of(Long.toString(revision))));
        return carrying;
    }
}
