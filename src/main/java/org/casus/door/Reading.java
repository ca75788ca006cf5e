package org.casus.door;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.casus.directory.Directory;
import org.casus.directory.DirectoryView;
import org.casus.http.Parameters;
import org.casus.http.Tags;
import org.casus.http.Urls;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Nearest;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.query.AsOf;
import org.casus.query.Cursor;
import org.casus.query.Field;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.QueryParser;
import org.casus.query.ReadModel;
import org.casus.query.ReadModel.Gone;
import org.casus.query.ReadModel.Lookup;
import org.casus.query.ReadModel.Page;
import org.casus.query.ReadModel.Present;
import org.casus.query.Revisions;
import org.casus.render.JsonAnswer;
import org.casus.vocabulary.ResourceKind;

/** Answers reads: items and lists, now or as of any revision. */
@Singleton
public class Reading {

    private static final String FORMAT = "json";

    private final ReadModel model;
    private final Revisions revisions;
    private final Answers answers;
    private final Crosswalk crosswalk;

    Reading(ReadModel model, Revisions revisions, Answers answers) {
        this.model = model;
        this.revisions = revisions;
        this.answers = answers;
        this.crosswalk = new Crosswalk(model);
    }

    /** One resource. */
    public Response item(ResourceKind kind, String id, UriInfo uri, HttpHeaders headers) {
        Parameters parameters = new Parameters(uri.getQueryParameters(), Set.of("asOf"));
        OptionalLong asOf = resolve(parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now()));
        Present found = present(model.find(kind, id, asOf), kind, id, asOf);
        JsonAnswer answer = new JsonAnswer(found.names(), asOf);
        byte[] json = answer.item(found.resource().template());
        String tag = Tags.ofItem(found.resource().revision(), answer.newestName(), FORMAT, accepted(headers));
        return answers.ok(json, tag, Map.of(), headers);
    }

    private static Present present(Lookup lookup, ResourceKind kind, String id, OptionalLong asOf) {
        String shown = "'" + CleanText.shown(id) + "'";
        String when = asOf.isPresent() ? " at revision " + asOf.getAsLong() : "";
        if (lookup instanceof Present present) {
            return present;
        }
        if (lookup instanceof Gone gone) {
            throw new Problem(ProblemType.GONE, kind.token() + " " + shown + " was deleted at revision "
                    + gone.revision() + ": " + gone.reason() + "; asOf=" + (gone.revision() - 1)
                    + " shows it as it was before");
        }
        throw Problem.notFound("there is no " + kind.token() + " " + shown + when);
    }

    /** A page of a list. */
    public Response list(ResourceKind kind, UriInfo uri, HttpHeaders headers) {
        QueryParser.Parsed parsed = QueryParser.parse(kind, uri.getQueryParameters());
        ListQuery query = parsed.query();
        OptionalLong asOf = resolve(parsed.asOf());
        ListQuery understood = query.with(understood(query.filters(), asOf));
        Page page = model.list(understood, asOf);
        boolean linksCarryAsOf = uri.getQueryParameters().containsKey("asOf");
        JsonAnswer answer = new JsonAnswer(page.names(), linksCarryAsOf ? asOf : OptionalLong.empty());
        Map<String, String> links = links(uri, query, page);
        Crosswalk.readAs(uri.getQueryParameters(), query.filters(), understood.filters())
                .ifPresent(read -> links.put("readAs", Urls.of(answers.path(kind), read)));
        byte[] json = answer.page(page, links);
        String tag = Tags.ofList(page.revision(), links.get("self"), FORMAT, accepted(headers));
        return answers.ok(json, tag, links, headers);
    }

    /** Parameters stand in the order of their names, so that links do not hang on how a framework keeps them. */
    private Map<String, String> links(UriInfo uri, ListQuery query, Page page) {
        String path = answers.path(query.kind());
        Map<String, List<String>> parameters = new TreeMap<>(uri.getQueryParameters());
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", Urls.of(path, parameters));
        page.next().ifPresent(position -> {
            Map<String, List<String>> further = new TreeMap<>(parameters);
            further.put("cursor", List.of(new Cursor(page.revision(), position).encode(query)));
            links.put("next", Urls.of(path, further));
        });
        parameters.put("asOf", List.of(Long.toString(page.revision())));
        links.put("permalink", Urls.of(path, parameters));
        return links;
    }

    /** The revision that is meant, awaited on this node; empty for now. */
    OptionalLong resolve(AsOf asOf) {
        return resolve(asOf, "asOf");
    }

    private OptionalLong resolve(AsOf asOf, String parameter) {
        long visible = revisions.visible();
        if (asOf instanceof AsOf.Now) {
            return OptionalLong.empty();
        }
        long revision = asOf instanceof AsOf.Number number
                ? number.revision()
                : revisions.at((AsOf.Moment) asOf, parameter);
        if (revision > visible) {
            long head = revisions.head();
            if (revision > head) {
                throw Problem.parameter(parameter, ErrorCode.RANGE, "revision " + revision
                        + " is not yet written; the latest is " + head + ": " + parameter + "=" + head);
            }
            revisions.await(revision);
        }
        return OptionalLong.of(revision);
    }

    /**
     * Filters as the read model takes them: codes of other taxonomies as event types, moments as revisions.
     *
     * @throws Problem 400 for what names nothing: there are no silent empty answers
     */
    List<Filter> understood(List<Filter> filters, OptionalLong asOf) {
        List<Filter> understood = new ArrayList<>();
        for (Filter filter : crosswalk.resolve(filters, asOf)) {
            if (filter instanceof Filter.Values values) {
                checkReferences(values, asOf);
            } else if (filter instanceof Filter.Participation participation) {
                checkReferences(participation.actors(), asOf);
            }
            understood.add(filter instanceof Filter.ChangedSince changed ? numbered(changed, asOf) : filter);
        }
        return understood;
    }

    /** Refused for good where it lies after {@code asOf}: whether it is written by now must not show in an answer that stays. */
    private Filter numbered(Filter.ChangedSince changed, OptionalLong asOf) {
        long since = changed.since() instanceof AsOf.Number number && asOf.isPresent()
                ? number.revision()
                : resolve(changed.since(), "changedSince").orElseThrow();
        if (asOf.isPresent() && since > asOf.getAsLong()) {
            throw Problem.parameter("changedSince", ErrorCode.RANGE, "'changedSince' lies after revision "
                    + asOf.getAsLong() + ", which 'asOf' asks for");
        }
        return new Filter.ChangedSince(new AsOf.Number(since));
    }

    private void checkReferences(Filter.Values filter, OptionalLong asOf) {
        if (!filter.field().refersTo().isEmpty()) {
            long revision = asOf.orElseGet(revisions::visible);
            filter.values().forEach(value -> checkReference(filter, value, revision));
        }
    }

    private void checkReference(Filter.Values filter, String value, long revision) {
        List<ResourceKind> kinds = filter.field().refersTo();
        if (kinds.stream().noneMatch(kind -> model.knows(kind, value, revision))) {
            DirectoryView names = model.names(revision);
            List<String> candidates = kinds.stream()
                    .filter(Directory.KINDS::contains)
                    .flatMap(kind -> names.ids(kind).stream())
                    .toList();
            String hint = Nearest.to(value, candidates)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("; look ids up by name: /" + kinds.get(0).collection() + "?q=" + value);
            String what = String.join(", ", kinds.stream().map(ResourceKind::token).toList());
            throw Problem.parameter(filter.parameter(), ErrorCode.UNKNOWN_REFERENCE,
                    "there is no " + what + " '" + value + "' at revision " + revision + hint);
        }
    }

    private static String accepted(HttpHeaders headers) {
        return headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    }
}
