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
import org.casus.render.CountsAnswer;
import org.casus.render.Format;

/** Answers how many events there are of what. */
@Singleton
public class Counting {

    /** Of counts and of clusters. */
    static final String FORMAT = Format.JSON.tag();

    private final ReadModel model;
    private final Answers answers;
    private final Questions questions;

    Counting(ReadModel model, Answers answers, Questions questions) {
        this.model = model;
        this.answers = answers;
        this.questions = questions;
    }

    /** Events counted by up to three dimensions. */
    public Response counts(UriInfo uri, HttpHeaders headers) {
        Map<String, List<String>> given = uri.getQueryParameters();
        CountParser.Parsed parsed = CountParser.parse(given);
        OptionalLong asOf = questions.resolve(parsed.asOf());
        List<Filter> understood = questions.understood(parsed.asked(), asOf);
        OptionalLong carried = given.containsKey("asOf") ? asOf : OptionalLong.empty();
        Map<String, List<String>> filters = carrying(parsed.filters(), carried);
        String events = answers.path(ResourceKind.EVENT);
        String path = events + "/counts";
        LongFunction<Map<String, String>> linksAt = revision -> {
            Map<String, String> links = answers.links(path, given, revision);
            links.put("events", Urls.of(events, filters));
            Crosswalk.readAs(path, given, parsed.asked(), understood, links);
            return links;
        };
        long now = asOf.orElseGet(model::revision);
        Map<String, String> linksNow = linksAt.apply(now);
        Optional<Response> known = answers.known(answers.tagOfList(now, linksNow.get("self"), FORMAT, headers), linksNow, headers);
        if (known.isPresent()) {
            return known.get();
        }
        Threads.query(QueryClass.COSTLY);
        Counts counts = model.counts(parsed.query().with(asked -> questions.understood(asked, asOf)), asOf);
        Map<String, String> links = linksAt.apply(counts.revision());
        String suffix = carried.isPresent() ? "?asOf=" + carried.getAsLong() : "";
        byte[] json = new CountsAnswer(counts, parsed.query().by(), new CountLinks(parsed.query(), filters, events),
                reference -> answers.path(reference.kind()) + "/" + reference.id() + suffix).json(links);
        return answers.ok(json, MediaType.APPLICATION_JSON_TYPE, answers.tagOfList(counts.revision(), links.get("self"), FORMAT, headers), links, headers);
    }

    /** Filters for a link to a list. */
    static Map<String, List<String>> carrying(Map<String, List<String>> filters, OptionalLong asOf) {
        Map<String, List<String>> carrying = new TreeMap<>(filters);
        asOf.ifPresent(revision -> carrying.put("asOf", List.of(Long.toString(revision))));
        return carrying;
    }
}
