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
import org.casus.render.Format;
import org.casus.render.JsonItemWriter;
import org.casus.render.OutputBuffer;
import org.casus.render.Rendering;
import org.casus.render.RenderingFactory;
import org.casus.rest.stream.BodyMemoryLimit;

/** Answers reads of items and lists, now or as of any revision. */
@Singleton
public class Reads {

    /** The media type that endpoints declare: any, because {@code f} takes precedence over Accept. */
    public static final String FORMATS = "*/*";

    private static final Set<String> OF_ITEM = Set.of("asOf", "f", "fields");
    /** The approximate number of bytes that names and links add to a template. */
    private static final int NAMES = 512;

    private final ReadModel model;
    private final QueryResolver resolver;
    private final Responses responses;
    private final FieldCatalog catalog;
    private final Exports exports;
    private final BodyMemoryLimit memory;

    Reads(ReadModel model, QueryResolver resolver, Responses responses, FieldCatalog catalog, Exports exports, BodyMemoryLimit memory) {
        this.exports = exports;
        this.memory = memory;
        this.model = model;
        this.resolver = resolver;
        this.responses = responses;
        this.catalog = catalog;
    }

    /** Returns one resource. */
    public Response item(ResourceKind kind, String id, UriInfo uri, HttpHeaders headers) {
        Format format = format(uri, headers, Format.ofItem(kind));
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), OF_ITEM);
        OutputOptions outputOptions = new OutputOptions(format, catalog.asked(kind, parameters));
        OptionalLong asOf = resolver.resolve(parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now()));
        Present found = present(model.find(kind, id, asOf), kind, id, asOf);
        JsonItemWriter answer = answer(format, found.names(), asOf);
        OutputBuffer out = new OutputBuffer(found.resource().template().length() + NAMES);
        rendering(kind, outputOptions, answer).single(found.resource().template(), out);
        String tag = responses.tagOfItem(found.resource().revision(), answer.newestName(), outputOptions.tag(), headers);
        return responses.ok(out, format, tag, Map.of(), headers, asOf.isPresent());
    }

    private static Format format(UriInfo uri, HttpHeaders headers, List<Format> offered) {
        return Negotiation.pick(uri.getQueryParameters().getFirst("f"), headers.getHeaderString(HttpHeaders.ACCEPT),
                offered);
    }

    /** JSON-LD identifiers carry no revision: they name the resource, not one of its states. */
    private JsonItemWriter answer(Format format, DirectoryView names, OptionalLong asOf) {
        return new JsonItemWriter(names, responses.path(), format == Format.JSONLD ? OptionalLong.empty() : asOf);
    }

    private Rendering rendering(ResourceKind kind, OutputOptions outputOptions, JsonItemWriter answer) {
        return RenderingFactory.of(outputOptions.format(), kind, answer, outputOptions.selection(), responses.context());
    }

    /**
     * Returns the state that a lookup found.
     *
     * @throws Problem 404 if the resource does not exist, 410 if it was deleted
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

    /** Returns a page of a list, the whole list or its manifest. */
    public Response list(ResourceKind kind, UriInfo uri, HttpHeaders headers) {
        Format format = format(uri, headers, Format.ofList(kind));
        QueryParser.Parsed parsed = QueryParser.parse(kind, uri.getQueryParameters());
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), QueryParser.namesFor(kind));
        OutputOptions outputOptions = new OutputOptions(format, catalog.asked(kind, parameters));
        Optional<Format> described = ExportParameters.described(kind, format, parameters);
        boolean whole = ExportParameters.asked(kind, format, parameters);
        ListQuery query = parsed.query();
        OptionalLong asOf = resolver.resolve(parsed.asOf());
        if (whole || described.isPresent()) {
            EventLoopDispatch.mayWait();
        } else if (!isQuick(query, parsed.asOf(), outputOptions)) {
            EventLoopDispatch.query(QueryClass.of(query));
        }
        ListQuery understood = query.with(resolver.understood(query.filters(), asOf));
        Exports.Wanted wanted = new Exports.Wanted(query, understood, asOf, outputOptions, uri.getQueryParameters());
        if (described.isPresent()) {
            return exports.manifest(wanted, described.get(), headers);
        }
        return whole ? exports.stream(wanted, headers) : page(wanted, headers);
    }

    /**
     * Returns whether a page takes microseconds: it is short, its items are copied as stored and in the order of the index, and its
     * filters are term lookups. Filters as of the past are slower, because the hierarchies of that time are computed first.
     */
    private static boolean isQuick(ListQuery query, AsOf asOf, OutputOptions outputOptions) {
        return outputOptions.copies() && query.limit() <= Limits.PAGE_QUICK && query.kind() == ResourceKind.EVENT
                && query.sort().equals(Sort.NEWEST) && (asOf instanceof AsOf.Now || query.filters().isEmpty())
                && query.filters().stream().allMatch(Reads::isLookedUp);
    }

    private static boolean isLookedUp(Filter filter) {
        return filter instanceof Filter.Values || filter instanceof Filter.Participation
                || filter instanceof Filter.During;
    }

    private Response page(Exports.Wanted wanted, HttpHeaders headers) {
        ListQuery query = wanted.query();
        OptionalLong asOf = wanted.asOf();
        OutputOptions outputOptions = wanted.manner();
        Format format = outputOptions.format();
        Page page = model.list(wanted.understood(), asOf);
        String path = responses.path(query.kind());
        Map<String, String> links = responses.links(path, wanted.parameters(), page.revision());
        page.next().ifPresent(position -> {
            Map<String, List<String>> further = new TreeMap<>(wanted.parameters());
            further.put("cursor", List.of(new Cursor(page.revision(), position).encode(query)));
            links.put("next", Urls.of(path, further));
            responses.checkNext(format, links.get("next"));
        });
        TaxonomyCodes.readAs(path, wanted.parameters(), query.filters(), wanted.understood().filters(), links);
        JsonItemWriter answer = answer(format, page.names(), wanted.asksOfRevision() ? asOf : OptionalLong.empty());
        memory.hold(page);
        OutputBuffer out = new OutputBuffer(NAMES + page.items().stream().mapToInt(item -> item.template().length() + NAMES).sum());
        Rendering rendering = rendering(query.kind(), outputOptions, answer);
        rendering.begin(out);
        page.items().forEach(item -> rendering.item(item.template(), out));
        rendering.end(new Rendering.Tail(page.total(), page.revision(), links), out);
        String tag = responses.tagOfList(page.revision(), links.get("self"), outputOptions.tag(), headers);
        return responses.ok(out, format, tag, links, headers, wanted.asksOfRevision());
    }
}
