package org.casus.door;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.casus.http.Tags;
import org.casus.http.Urls;
import org.casus.query.CountParser;
import org.casus.query.Counts;
import org.casus.query.ReadModel;
import org.casus.render.CountsAnswer;
import org.casus.vocabulary.ResourceKind;

/** Answers how many events there are of what. */
@Singleton
public class Counting {

    private static final String FORMAT = "json";

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
        questions.understood(parsed.asked(), asOf);
        Counts counts = model.counts(parsed.query().with(filters -> questions.understood(filters, asOf)), asOf);
        OptionalLong carried = given.containsKey("asOf") ? asOf : OptionalLong.empty();
        Map<String, List<String>> filters = carrying(parsed.filters(), carried);
        String events = answers.path(ResourceKind.EVENT);
        Map<String, String> links = links(events + "/counts", given, counts.revision());
        links.put("events", Urls.of(events, filters));
        String suffix = carried.isPresent() ? "?asOf=" + carried.getAsLong() : "";
        byte[] json = new CountsAnswer(counts, parsed.query().by(), new CountLinks(parsed.query(), filters, events),
                reference -> answers.path(reference.kind()) + "/" + reference.id() + suffix).json(links);
        String tag = Tags.ofList(counts.revision(), links.get("self"), FORMAT,
                headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        return answers.ok(json, MediaType.APPLICATION_JSON_TYPE, tag, links, headers);
    }

    /** Filters for a link to a list. */
    static Map<String, List<String>> carrying(Map<String, List<String>> filters, OptionalLong asOf) {
        Map<String, List<String>> carrying = new TreeMap<>(filters);
        asOf.ifPresent(revision -> carrying.put("asOf", List.of(Long.toString(revision))));
        return carrying;
    }

    /** To the answer itself, and to the same for ever. */
    static Map<String, String> links(String path, Map<String, List<String>> given, long revision) {
        Map<String, List<String>> parameters = new TreeMap<>(given);
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", Urls.of(path, parameters));
        parameters.put("asOf", List.of(Long.toString(revision)));
        links.put("permalink", Urls.of(path, parameters));
        return links;
    }
}
