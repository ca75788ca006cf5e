package org.casus.ogc;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.casus.http.QueryParameters;
import org.casus.http.Urls;
import org.casus.query.AsOf;
import org.casus.query.Cursor;
import org.casus.query.ListQuery;
import org.casus.query.QueryParser;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.ReadModel.Page;
import org.casus.readmodel.ReadModel.Present;
import org.casus.render.JsonItemWriter;
import org.casus.rest.EventLoopDispatch;
import org.casus.rest.QueryClass;
import org.casus.rest.QueryResolver;
import org.casus.rest.Reads;
import org.casus.rest.Responses;
import org.casus.rest.stream.BodyMemoryLimit;

/** Responds with one feature or with a page of the features that match a query, at the current or at any earlier revision. */
@Singleton
public class Features {

    private final ReadModel model;
    private final QueryResolver resolver;
    private final Responses responses;
    private final OgcResponses ogc;
    private final BodyMemoryLimit memory;

    Features(ReadModel model, QueryResolver resolver, Responses responses, OgcResponses ogc, BodyMemoryLimit memory) {
        this.memory = memory;
        this.model = model;
        this.resolver = resolver;
        this.responses = responses;
        this.ogc = ogc;
    }

    /** Returns a page of a collection. */
    public Response items(String collection, UriInfo uri, HttpHeaders headers) {
        CollectionKind collectionKind = CollectionKind.of(collection);
        Map<String, List<String>> given = PassThroughParameters.once(uri.getQueryParameters());
        String type = OgcMediaType.FEATURES.chosen(ItemsParser.parameters(collectionKind, given), headers);
        QueryParser.Parsed parsed = ItemsParser.parse(collectionKind, given);
        OptionalLong asOf = resolver.resolve(parsed.asOf());
        ListQuery query = parsed.query();
        EventLoopDispatch.query(given.containsKey("filter") ? QueryClass.COSTLY : QueryClass.of(query));
        Page page = model.list(query.with(resolver.understood(query.filters(), asOf)), asOf);
        memory.hold(page);
        List<OgcLink> links = links(collectionKind, given, query, page, responses.home(uri));
        String tag = ogc.tagOfList(page.revision(), links.get(0).href(), type, headers);
        JsonItemWriter items = new JsonItemWriter(page.names(), responses.path(), OptionalLong.empty());
        return ogc.ok(() -> new FeatureWriter(collectionKind.kind(), items).collection(page, links, Instant.now()), type, tag, links,
                headers);
    }

    private static List<OgcLink> links(CollectionKind collectionKind, Map<String, List<String>> given, ListQuery query, Page page,
            String home) {
        String collection = home + "/collections/" + collectionKind.id();
        String path = collection + "/items";
        List<OgcLink> links = new ArrayList<>();
        links.add(new OgcLink(Urls.of(path, given), "self", OgcMediaType.FEATURES.type(), "This page"));
        page.next().ifPresent(position -> {
            Map<String, List<String>> further = new TreeMap<>(given);
            further.remove("offset");
            further.put("cursor", List.of(new Cursor(page.revision(), position).encode(query)));
            links.add(new OgcLink(Urls.of(path, further), "next", OgcMediaType.FEATURES.type(), "The next page, of the same revision"));
        });
        Map<String, List<String>> pinned = new TreeMap<>(given);
        pinned.put("asOf", List.of(Long.toString(page.revision())));
        links.add(new OgcLink(Urls.of(path, pinned), "bookmark", OgcMediaType.FEATURES.type(), "This page, the same for ever"));
        links.add(new OgcLink(collection + PassThroughParameters.moment(given), "collection", OgcMediaType.DOCUMENT.type(),
                collectionKind.title()));
        return links;
    }

    /** Returns one feature. */
    public Response item(String collection, String id, UriInfo uri, HttpHeaders headers) {
        CollectionKind collectionKind = CollectionKind.of(collection);
        Map<String, List<String>> given = PassThroughParameters.once(uri.getQueryParameters());
        QueryParameters parameters = PassThroughParameters.read(collectionKind, given);
        String type = OgcMediaType.FEATURES.chosen(parameters, headers);
        OptionalLong asOf = resolver.resolve(parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now()));
        Present found = Reads.present(model.find(collectionKind.kind(), id, asOf), collectionKind.kind(), id, asOf);
        String home = responses.home(uri);
        String path = home + "/collections/" + collectionKind.id();
        String moment = PassThroughParameters.moment(given);
        List<OgcLink> links = List.of(
                new OgcLink(Urls.of(path + "/items/" + id, given), "self", OgcMediaType.FEATURES.type(), "This feature"),
                new OgcLink(home + "/" + collectionKind.id() + "/" + id + moment, "canonical", "application/json",
                        "All that is known of it"),
                new OgcLink(path + moment, "collection", OgcMediaType.DOCUMENT.type(), collectionKind.title()));
        JsonItemWriter items = new JsonItemWriter(found.names(), responses.path(), OptionalLong.empty());
        byte[] body = new FeatureWriter(collectionKind.kind(), items).single(found.resource().template(), links);
        String tag = ogc.tagOfItem(found.resource().revision(), items.newestName(), links.get(0).href(), type, headers);
        return ogc.ok(() -> body, type, tag, links, headers);
    }
}
