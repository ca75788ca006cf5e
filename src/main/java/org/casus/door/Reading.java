package org.casus.door;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

    Reading(ReadModel model, Revisions revisions, Answers answers) {
        this.model = model;
        this.revisions = revisions;
        this.answers = answers;
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
        checkReferences(query.filters(), asOf.orElseGet(revisions::visible));
        Page page = model.list(query, asOf);
        boolean linksCarryAsOf = uri.getQueryParameters().containsKey("asOf");
        JsonAnswer answer = new JsonAnswer(page.names(), linksCarryAsOf ? asOf : OptionalLong.empty());
        Map<String, String> links = links(uri, query, page);
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
        long visible = revisions.visible();
        if (asOf instanceof AsOf.Now) {
            return OptionalLong.empty();
        }
        long revision = asOf instanceof AsOf.Number number ? number.revision() : revisions.at((AsOf.Moment) asOf);
        if (revision > visible) {
            long head = revisions.head();
            if (revision > head) {
                throw Problem.parameter("asOf", ErrorCode.RANGE,
                        "revision " + revision + " is not yet written; the latest is " + head + ": asOf=" + head);
            }
            revisions.await(revision);
        }
        return OptionalLong.of(revision);
    }

    /** No silent empty answers: what a filter names exists, or existed by then. */
    void checkReferences(List<Filter> filters, long revision) {
        for (Filter filter : filters) {
            if (filter instanceof Filter.Values values && !values.field().refersTo().isEmpty()) {
                values.values().forEach(value -> checkReference(values, value, revision));
            }
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
