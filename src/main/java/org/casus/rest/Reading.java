package org.casus.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.casus.http.Limits;
import org.casus.http.QueryParameters;
import org.casus.http.Urls;
import org.casus.http.json.CleanText;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.model.ResourceKind;
import org.casus.query.AsOf;
import org.casus.query.Cursor;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.QueryParser;
import org.casus.query.Sort;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.ReadModel.Gone;
import org.casus.readmodel.ReadModel.Lookup;
import org.casus.readmodel.ReadModel.Page;
import org.casus.readmodel.ReadModel.Present;
import org.casus.readmodel.names.DirectoryView;
import org.casus.render.Buffer;
import org.casus.render.Format;
import org.casus.render.JsonAnswer;
import org.casus.render.Rendering;
import org.casus.render.Renderings;
import org.casus.rest.stream.Afloat;

/** Answers reads: items and lists, now or as of any revision. */
@Singleton
public class Reading {

    /** What a read produces is not said by media types alone, since `f` beats Accept. */
    public static final String FORMATS = "*/*";

    private static final Set<String> OF_ITEM = Set.of("asOf", "f", "fields");
    /** What names and links add to a template, about. */
    private static final int NAMES = 512;

    private final ReadModel model;
    private final Questions questions;
    private final Answers answers;
    private final Members members;
    private final Exports exports;
    private final Afloat afloat;

    Reading(ReadModel model, Questions questions, Answers answers, Members members, Exports exports, Afloat afloat) {
        this.exports = exports;
        this.afloat = afloat;
        this.model = model;
        this.questions = questions;
        this.answers = answers;
        this.members = members;
    }

    /** One resource. */
    public Response item(ResourceKind kind, String id, UriInfo uri, HttpHeaders headers) {
        Format format = format(uri, headers, Format.ofItem(kind));
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), OF_ITEM);
        Manner manner = new Manner(format, members.asked(kind, parameters));
        OptionalLong asOf = questions.resolve(parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now()));
        Present found = present(model.find(kind, id, asOf), kind, id, asOf);
        JsonAnswer answer = answer(format, found.names(), asOf);
        Buffer out = new Buffer(found.resource().template().length() + NAMES);
        rendering(kind, manner, answer).single(found.resource().template(), out);
        String tag = answers.tagOfItem(found.resource().revision(), answer.newestName(), manner.tag(), headers);
        return answers.ok(out, format, tag, Map.of(), headers, asOf.isPresent());
    }

    private static Format format(UriInfo uri, HttpHeaders headers, List<Format> offered) {
        return Negotiation.pick(uri.getQueryParameters().getFirst("f"), headers.getHeaderString(HttpHeaders.ACCEPT),
                offered);
    }

    /** What JSON-LD says of a thing it says of the thing itself, as of whatever revision. */
    private JsonAnswer answer(Format format, DirectoryView names, OptionalLong asOf) {
        return new JsonAnswer(names, answers.path(), format == Format.JSONLD ? OptionalLong.empty() : asOf);
    }

    private Rendering rendering(ResourceKind kind, Manner manner, JsonAnswer answer) {
        return Renderings.of(manner.format(), kind, answer, manner.selection(), answers.context());
    }

    /**
     * What a lookup found.
     *
     * @throws Problem 404 if it is not there, 410 if it was deleted
     */
    public static Present present(Lookup lookup, ResourceKind kind, String id, OptionalLong asOf) {
        if (lookup instanceof Present present) {
            return present;
        }
        String shown = "'" + CleanText.shown(id) + "'";
        String when = asOf.isPresent() ? " at revision " + asOf.getAsLong() : "";
        if (lookup instanceof Gone gone) {
            throw new Problem(ProblemType.GONE, kind.token() + " " + shown + " was deleted at revision "
                    + gone.revision() + ": " + gone.reason() + "; asOf=" + (gone.revision() - 1)
                    + " shows it as it was before");
        }
        throw Problem.notFound("there is no " + kind.token() + " " + shown + when);
    }

    /** A page of a list. */
    public Response list(ResourceKind kind, UriInfo uri, HttpHeaders headers) {
        Format format = format(uri, headers, Format.ofList(kind));
        QueryParser.Parsed parsed = QueryParser.parse(kind, uri.getQueryParameters());
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), QueryParser.namesFor(kind));
        Manner manner = new Manner(format, members.asked(kind, parameters));
        Optional<Format> described = WholeLists.described(kind, format, parameters);
        boolean whole = WholeLists.asked(kind, format, parameters);
        ListQuery query = parsed.query();
        OptionalLong asOf = questions.resolve(parsed.asOf());
        if (whole || described.isPresent()) {
            Threads.mayWait();
        } else if (!isQuick(query, parsed.asOf(), manner)) {
            Threads.query(QueryClass.of(query));
        }
        ListQuery understood = query.with(questions.understood(query.filters(), asOf));
        Exports.Wanted wanted = new Exports.Wanted(query, understood, asOf, manner, uri.getQueryParameters());
        if (described.isPresent()) {
            return exports.manifest(wanted, described.get(), headers);
        }
        return whole ? exports.stream(wanted, headers) : page(wanted, headers);
    }

    /**
     * Whether a page takes microseconds: it is short and stands as it is sent, in the order asked for, and its filters are
     * looked up. What stood below what in the past is worked out first.
     */
    private static boolean isQuick(ListQuery query, AsOf asOf, Manner manner) {
        return manner.copies() && query.limit() <= Limits.PAGE_QUICK && query.kind() == ResourceKind.EVENT && query.sort().equals(Sort.NEWEST)
                && (asOf instanceof AsOf.Now || query.filters().isEmpty())
                && query.filters().stream().allMatch(Reading::isLookedUp);
    }

    private static boolean isLookedUp(Filter filter) {
        return filter instanceof Filter.Values || filter instanceof Filter.Participation
                || filter instanceof Filter.During;
    }

    private Response page(Exports.Wanted wanted, HttpHeaders headers) {
        ListQuery query = wanted.query();
        OptionalLong asOf = wanted.asOf();
        Manner manner = wanted.manner();
        Format format = manner.format();
        Page page = model.list(wanted.understood(), asOf);
        String path = answers.path(query.kind());
        Map<String, String> links = answers.links(path, wanted.parameters(), page.revision());
        page.next().ifPresent(position -> {
            Map<String, List<String>> further = new TreeMap<>(wanted.parameters());
            further.put("cursor", List.of(new Cursor(page.revision(), position).encode(query)));
            links.put("next", Urls.of(path, further));
            answers.checkNext(format, links.get("next"));
        });
        Crosswalk.readAs(path, wanted.parameters(), query.filters(), wanted.understood().filters(), links);
        JsonAnswer answer = answer(format, page.names(), wanted.asksOfRevision() ? asOf : OptionalLong.empty());
        afloat.hold(page);
        Buffer out = new Buffer(NAMES + page.items().stream().mapToInt(item -> item.template().length() + NAMES).sum());
        Rendering rendering = rendering(query.kind(), manner, answer);
        rendering.begin(out);
        page.items().forEach(item -> rendering.item(item.template(), out));
        rendering.end(new Rendering.Tail(page.total(), page.revision(), links), out);
        String tag = answers.tagOfList(page.revision(), links.get("self"), manner.tag(), headers);
        return answers.ok(out, format, tag, links, headers, wanted.asksOfRevision());
    }
}
