package org.casus.ogc;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.casus.http.QueryParameters;
import org.casus.model.LruMap;
import org.casus.query.AsOf;
import org.casus.query.Filter;
import org.casus.readmodel.Extent;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.Revisions;
import org.casus.rest.EventLoopDispatch;
import org.casus.rest.QueryClass;
import org.casus.rest.QueryResolver;
import org.casus.rest.Responses;

/** Builds the documents that describe the features: conformance, collections, schemas, queryables and sortables. */
@Singleton
public class OgcDocuments {

    private static final String SCHEMA = "http://www.opengis.net/def/rel/ogc/1.0/schema";
    private static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
    private static final String SORTABLES = "http://www.opengis.net/def/rel/ogc/1.0/sortables";
    private static final int EXTENTS = 30;

    private final ReadModel model;
    private final QueryResolver resolver;
    private final Revisions revisions;
    private final Responses responses;
    private final OgcResponses ogc;
    private final PassThroughParameters carried;
    /** The most recently used extents. They are cached because computing one examines every resource. */
    private final Map<Moment, Extent> extents = new LruMap<>(EXTENTS);

    /** The key of a cached extent. */
    private record Moment(CollectionKind layer, List<Filter> filters, long revision) {
    }

    OgcDocuments(ReadModel model, QueryResolver resolver, Revisions revisions, Responses responses, OgcResponses ogc,
            PassThroughParameters carried) {
        this.carried = carried;
        this.model = model;
        this.resolver = resolver;
        this.revisions = revisions;
        this.responses = responses;
        this.ogc = ogc;
    }

    /** A request for a document: its parameters, media type and revision. */
    private final class Asked {

        private final HttpHeaders headers;
        private final String home;
        private final String type;
        private final Map<String, List<String>> given;
        private final long revision;
        private final String query;

        Asked(OgcMediaType mediaType, UriInfo uri, HttpHeaders headers) {
            this(mediaType, uri, headers, PassThroughParameters::read);
        }

        /** Accepts only the parameters of the given collection. */
        Asked(CollectionKind collectionKind, OgcMediaType mediaType, UriInfo uri, HttpHeaders headers) {
            this(mediaType, uri, headers, given -> PassThroughParameters.read(collectionKind, given));
        }

        private Asked(OgcMediaType mediaType, UriInfo uri, HttpHeaders headers, Function<Map<String, List<String>>, QueryParameters> read) {
            this.given = PassThroughParameters.once(uri.getQueryParameters());
            QueryParameters parameters = read.apply(given);
            OptionalLong asOf = resolver.resolve(parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now()));
            this.headers = headers;
            this.home = responses.home(uri);
            this.type = mediaType.chosen(parameters, headers);
            this.revision = asOf.orElseGet(revisions::visible);
            this.query = PassThroughParameters.queryString(given);
        }

        OgcLink link(String path, String relation, OgcMediaType mediaType, String title) {
            return new OgcLink(home + path + query, relation, mediaType.type(), title);
        }

        Response answer(Object body, List<OgcLink> links) {
            return ogc.ok(() -> body, type, ogc.tagOfList(revision, links.get(0).href(), type, headers), links, headers);
        }
    }

    /** Returns the conformance classes. */
    public Response conformance(UriInfo uri, HttpHeaders headers) {
        Asked asked = new Asked(OgcMediaType.DOCUMENT, uri, headers);
        return asked.answer(OgcConformance.DECLARED,
                List.of(asked.link("/conformance", "self", OgcMediaType.DOCUMENT, "What is kept of the standards")));
    }

    /** Returns the collections whose items accept the given parameters. */
    public Response collections(UriInfo uri, HttpHeaders headers) {
        Asked asked = new Asked(OgcMediaType.DOCUMENT, uri, headers);
        List<OgcLink> links = List.of(asked.link("/collections", "self", OgcMediaType.DOCUMENT, "The collections"));
        return asked.answer(new OgcCollections(links, carried.layers(asked.given, OptionalLong.of(asked.revision)).stream()
                .map(collectionKind -> collection(collectionKind, asked)).toList()), links);
    }

    /** Returns the description of one collection. */
    public Response collection(String id, UriInfo uri, HttpHeaders headers) {
        CollectionKind collectionKind = CollectionKind.of(id);
        Asked asked = new Asked(collectionKind, OgcMediaType.DOCUMENT, uri, headers);
        OgcCollection ogcCollection = collection(collectionKind, asked);
        return asked.answer(ogcCollection, ogcCollection.links());
    }

    private OgcCollection collection(CollectionKind collectionKind, Asked asked) {
        String path = "/collections/" + collectionKind.id();
        List<OgcLink> links = List.of(
                asked.link(path, "self", OgcMediaType.DOCUMENT, collectionKind.title()),
                asked.link(path + "/items", "items", OgcMediaType.FEATURES, "The features, as GeoJSON"),
                asked.link(path + "/schema", SCHEMA, OgcMediaType.SCHEMA, "The properties of a feature"),
                asked.link(path + "/feature-schema", "describedby", OgcMediaType.SCHEMA, "A feature, as GeoJSON"),
                // GDAL recognizes only this spelling
                asked.link(path + "/feature-schema", "describedBy", OgcMediaType.SCHEMA, "A feature, as GeoJSON"),
                asked.link(path + "/queryables", QUERYABLES, OgcMediaType.SCHEMA, "What features can be filtered by"),
                asked.link(path + "/sortables", SORTABLES, OgcMediaType.SCHEMA, "What features can be sorted by"));
        String conditions = PassThroughParameters.conditions(asked.given);
        return new OgcCollection(collectionKind.id(), collectionKind.title() + (conditions.isEmpty() ? "" : " (" + conditions + ")"),
                collectionKind.description() + (conditions.isEmpty() ? "" : ". Here only those with " + conditions), "feature",
                OgcCollection.Bounds.of(extent(collectionKind, asked)), List.of(OgcCollection.CRS84),
                List.of(Queryables.defaultSort(collectionKind)), links);
    }

    /** Returns the JSON Schema of the properties of features. */
    public Response schema(String id, UriInfo uri, HttpHeaders headers) {
        return schema(id, "/schema", SchemaDocument::returnables, uri, headers);
    }

    /** Returns the JSON Schema of a feature in GeoJSON. */
    public Response featureSchema(String id, UriInfo uri, HttpHeaders headers) {
        return schema(id, "/feature-schema", SchemaDocument::feature, uri, headers);
    }

    /** Returns the properties that features can be filtered by. */
    public Response queryables(String id, UriInfo uri, HttpHeaders headers) {
        return schema(id, "/queryables", SchemaDocument::queryables, uri, headers);
    }

    /** Returns the properties that features can be sorted by. */
    public Response sortables(String id, UriInfo uri, HttpHeaders headers) {
        return schema(id, "/sortables", SchemaDocument::sortables, uri, headers);
    }

    private Response schema(String id, String which, BiFunction<CollectionKind, String, SchemaDocument> document, UriInfo uri,
            HttpHeaders headers) {
        CollectionKind collectionKind = CollectionKind.of(id);
        Asked asked = new Asked(collectionKind, OgcMediaType.SCHEMA, uri, headers);
        String path = "/collections/" + collectionKind.id() + which;
        return asked.answer(document.apply(collectionKind, asked.home + path),
                List.of(asked.link(path, "self", OgcMediaType.SCHEMA, collectionKind.title())));
    }

    private Extent extent(CollectionKind collectionKind, Asked asked) {
        OptionalLong revision = OptionalLong.of(asked.revision);
        List<Filter> filters = carried.query(collectionKind, asked.given, revision).filters();
        Moment moment = new Moment(collectionKind, filters, asked.revision);
        synchronized (extents) {
            Extent known = extents.get(moment);
            if (known != null) {
                return known;
            }
        }
        EventLoopDispatch.query(filters.isEmpty() ? QueryClass.SHORT : QueryClass.COSTLY);
        Extent found = model.extent(collectionKind.kind(), filters, revision);
        synchronized (extents) {
            extents.put(moment, found);
        }
        return found;
    }
}
