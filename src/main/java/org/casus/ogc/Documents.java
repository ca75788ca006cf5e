package org.casus.ogc;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.casus.http.QueryParameters;
import org.casus.query.AsOf;
import org.casus.query.Filter;
import org.casus.readmodel.Extent;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.Revisions;
import org.casus.rest.EventLoopDispatch;
import org.casus.rest.QueryClass;
import org.casus.rest.QueryResolver;
import org.casus.rest.Responses;

/** What explains the features: which standards are kept, which collections there are, what one can ask of them. */
@Singleton
public class Documents {

    private static final String SCHEMA = "http://www.opengis.net/def/rel/ogc/1.0/schema";
    private static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
    private static final String SORTABLES = "http://www.opengis.net/def/rel/ogc/1.0/sortables";
    private static final int EXTENTS = 30;

    private final ReadModel model;
    private final QueryResolver resolver;
    private final Revisions revisions;
    private final Responses responses;
    private final OgcAnswers ogc;
    private final CarriedParameters carried;
    /** Those that were asked for last, since to find one is to look at everything. */
    private final Map<Moment, Extent> extents = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Moment, Extent> eldest) {
            return size() > EXTENTS;
        }
    };

    private record Moment(Layer layer, List<Filter> filters, long revision) {
    }

    Documents(ReadModel model, QueryResolver resolver, Revisions revisions, Responses responses, OgcAnswers ogc, CarriedParameters carried) {
        this.carried = carried;
        this.model = model;
        this.resolver = resolver;
        this.revisions = revisions;
        this.responses = responses;
        this.ogc = ogc;
    }

    /** How a document is asked for. */
    private final class Asked {

        private final HttpHeaders headers;
        private final String home;
        private final String type;
        private final Map<String, List<String>> given;
        private final long revision;
        private final String query;

        Asked(Media media, UriInfo uri, HttpHeaders headers) {
            this(media, uri, headers, CarriedParameters::read);
        }

        /** With parameters of a collection alone. */
        Asked(Layer layer, Media media, UriInfo uri, HttpHeaders headers) {
            this(media, uri, headers, given -> CarriedParameters.read(layer, given));
        }

        private Asked(Media media, UriInfo uri, HttpHeaders headers, Function<Map<String, List<String>>, QueryParameters> read) {
            this.given = CarriedParameters.once(uri.getQueryParameters());
            QueryParameters parameters = read.apply(given);
            OptionalLong asOf = resolver.resolve(parameters.text("asOf").map(AsOf::parse).orElse(new AsOf.Now()));
            this.headers = headers;
            this.home = responses.home(uri);
            this.type = media.chosen(parameters, headers);
            this.revision = asOf.orElseGet(revisions::visible);
            this.query = CarriedParameters.queryString(given);
        }

        Link link(String path, String relation, Media media, String title) {
            return new Link(home + path + query, relation, media.type(), title);
        }

        Response answer(Object body, List<Link> links) {
            return ogc.ok(() -> body, type, ogc.tagOfList(revision, links.get(0).href(), type, headers), links, headers);
        }
    }

    public Response conformance(UriInfo uri, HttpHeaders headers) {
        Asked asked = new Asked(Media.DOCUMENT, uri, headers);
        return asked.answer(Conformance.DECLARED,
                List.of(asked.link("/conformance", "self", Media.DOCUMENT, "What is kept of the standards")));
    }

    public Response collections(UriInfo uri, HttpHeaders headers) {
        Asked asked = new Asked(Media.DOCUMENT, uri, headers);
        List<Link> links = List.of(asked.link("/collections", "self", Media.DOCUMENT, "The collections"));
        return asked.answer(new Collections(links, carried.layers(asked.given, OptionalLong.of(asked.revision)).stream()
                .map(layer -> collection(layer, asked)).toList()), links);
    }

    public Response collection(String id, UriInfo uri, HttpHeaders headers) {
        Layer layer = Layer.of(id);
        Asked asked = new Asked(layer, Media.DOCUMENT, uri, headers);
        Collection collection = collection(layer, asked);
        return asked.answer(collection, collection.links());
    }

    private Collection collection(Layer layer, Asked asked) {
        String path = "/collections/" + layer.id();
        List<Link> links = List.of(
                asked.link(path, "self", Media.DOCUMENT, layer.title()),
                asked.link(path + "/items", "items", Media.FEATURES, "The features, as GeoJSON"),
                asked.link(path + "/schema", SCHEMA, Media.SCHEMA, "The properties of a feature"),
                asked.link(path + "/feature-schema", "describedby", Media.SCHEMA, "A feature, as GeoJSON"),
                // GDAL knows no other spelling
                asked.link(path + "/feature-schema", "describedBy", Media.SCHEMA, "A feature, as GeoJSON"),
                asked.link(path + "/queryables", QUERYABLES, Media.SCHEMA, "What features can be filtered by"),
                asked.link(path + "/sortables", SORTABLES, Media.SCHEMA, "What features can be sorted by"));
        String conditions = CarriedParameters.conditions(asked.given);
        return new Collection(layer.id(), layer.title() + (conditions.isEmpty() ? "" : " (" + conditions + ")"),
                layer.description() + (conditions.isEmpty() ? "" : ". Here only those with " + conditions), "feature",
                Collection.Bounds.of(extent(layer, asked)), List.of(Collection.CRS84),
                List.of(Queryables.defaultSort(layer)), links);
    }

    /** What features are made of. */
    public Response schema(String id, UriInfo uri, HttpHeaders headers) {
        return schema(id, "/schema", SchemaDocument::returnables, uri, headers);
    }

    /** Answers with the JSON Schema of a feature as it is written in GeoJSON. */
    public Response featureSchema(String id, UriInfo uri, HttpHeaders headers) {
        return schema(id, "/feature-schema", SchemaDocument::feature, uri, headers);
    }

    /** What features can be filtered by. */
    public Response queryables(String id, UriInfo uri, HttpHeaders headers) {
        return schema(id, "/queryables", SchemaDocument::queryables, uri, headers);
    }

    /** What features can be sorted by. */
    public Response sortables(String id, UriInfo uri, HttpHeaders headers) {
        return schema(id, "/sortables", SchemaDocument::sortables, uri, headers);
    }

    private Response schema(String id, String which, BiFunction<Layer, String, SchemaDocument> document, UriInfo uri,
            HttpHeaders headers) {
        Layer layer = Layer.of(id);
        Asked asked = new Asked(layer, Media.SCHEMA, uri, headers);
        String path = "/collections/" + layer.id() + which;
        return asked.answer(document.apply(layer, asked.home + path),
                List.of(asked.link(path, "self", Media.SCHEMA, layer.title())));
    }

    private Extent extent(Layer layer, Asked asked) {
        OptionalLong revision = OptionalLong.of(asked.revision);
        List<Filter> filters = carried.query(layer, asked.given, revision).filters();
        Moment moment = new Moment(layer, filters, asked.revision);
        synchronized (extents) {
            Extent known = extents.get(moment);
            if (known != null) {
                return known;
            }
        }
        EventLoopDispatch.query(filters.isEmpty() ? QueryClass.SHORT : QueryClass.COSTLY);
        Extent found = model.extent(layer.kind(), filters, revision);
        synchronized (extents) {
            extents.put(moment, found);
        }
        return found;
    }
}
