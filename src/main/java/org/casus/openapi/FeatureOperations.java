package org.casus.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.casus.http.Limits;
import org.casus.model.ResourceKind;
import org.casus.query.AsOf;
import org.casus.query.BoundingBoxParser;
import org.casus.query.condition.Property;
import org.casus.render.FeatureProperties;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The operations of OGC API Features in the document. Each collection has its own path, because each has its own parameters and
 * properties.
 */
final class FeatureOperations {

    private static final String COLLECTIONS = "/collections";
    private static final String COLLECTION = "{collectionId}";
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String FEATURE = "{featureId}";
    private static final Set<String> OF_ONE_PAGE = Set.of("cursor", "offset", "limit");

    private FeatureOperations() {
    }

    /** Returns whether a path belongs to OGC API Features. */
    static boolean isOne(String path) {
        return path.equals("/") || path.equals("/conformance") || path.startsWith(COLLECTIONS);
    }

    /** Replaces each path that has a collection parameter by one path for each collection. */
    static void expand(Paths paths) {
        Map<String, PathItem> items = new LinkedHashMap<>(paths.getPathItems());
        items.forEach((path, item) -> {
            if (path.contains(COLLECTION)) {
                paths.removePathItem(path);
                FeatureProperties.KINDS.forEach(kind ->
                        paths.addPathItem(path.replace(COLLECTION, kind.collection()), of(kind, path, item.getGET())));
            }
        });
    }

    private static PathItem of(ResourceKind kind, String path, Operation all) {
        String name = SharedSchemas.nameOf(kind);
        Operation one = OASFactory.createOperation()
                .operationId(all.getOperationId() + "Of" + name + "s")
                .summary(all.getSummary() + ": " + kind.collection())
                .tags(all.getTags());
        APIResponse ok = all.getResponses().getAPIResponse("200");
        APIResponse response = OASFactory.createAPIResponse().description(ok.getDescription()).content(ok.getContent());
        if (path.endsWith("/items")) {
            response.content(FeatureSchemas.content("Ogc" + name + "s"));
        } else if (path.endsWith(FEATURE)) {
            response.content(FeatureSchemas.content("Ogc" + name));
        }
        return OASFactory.createPathItem().GET(one.responses(OASFactory.createAPIResponses().addAPIResponse("200", response)));
    }

    /** Adds the response headers, the 304 response and, for a single feature, the 410 response. */
    static void complete(String path, Operation operation) {
        if (path.equals("/")) {
            return;
        }
        APIResponse ok = operation.getResponses().getAPIResponse("200");
        ok.addHeader("ETag", OpenApiDocumentFilter.header("What to send in If-None-Match"));
        ok.addHeader("Link", OpenApiDocumentFilter.header("The links of the answer (RFC 8288)"));
        operation.getResponses().addAPIResponse("304", OpenApiDocumentFilter.ref("NotModified"));
        if (path.contains(FEATURE)) {
            operation.getResponses().addAPIResponse("410", OpenApiDocumentFilter.ref("Problem410"));
        }
    }

    /** Returns the parameters of the operation at a path. */
    static List<Parameter> parameters(String path) {
        List<Parameter> parameters = new ArrayList<>();
        Optional<Parameter> carried = Optional.empty();
        if (path.contains(FEATURE)) {
            parameters.add(OASFactory.createParameter().name("featureId").in(Parameter.In.PATH).required(true)
                    .description("The id of the feature, which is that of the resource").schema(SharedSchemas.ref("Slug")));
        }
        if (path.endsWith("/items")) {
            kindOf(path).ifPresent(kind -> parameters.addAll(ofItems(kind)));
        } else {
            carried = Optional.of(carried(path));
        }
        parameters.add(SharedParameters.query("asOf", "Answer as of " + AsOf.RULE, SharedSchemas.text()));
        Schema formats = SharedSchemas.text().addEnumeration("json");
        if (path.contains("/items")) {
            formats.addEnumeration("geojson");
        }
        parameters.add(SharedParameters.query("f", "The format, whatever Accept says", formats));
        parameters.stream().filter(parameter -> parameter.getIn() == Parameter.In.QUERY)
                .forEach(parameter -> parameter.style(Parameter.Style.FORM).explode(false));
        carried.ifPresent(parameters::add);
        return parameters;
    }

    /** Returns the parameter object for the passed-on parameters. Each of its members is a separate parameter in the URL. */
    private static Parameter carried(String path) {
        String whose = kindOf(path).map(SharedSchemas::nameOf).orElse("");
        String passed = path.contains(FEATURE) ? "They change nothing here, where the id says which feature is meant"
                : "They are passed on in links, so that " + (whose.isEmpty() ? "they reach the items of every collection that takes"
                        + " all of them" : "they reach the items");
        return SharedParameters.query("parametersOfItems", "Parameters of the items, which GIS programs send with every request when"
                + " they stand in the address of the service: /?type=fight. " + passed, SharedSchemas.ref(whose + "ItemsParameters"))
                .style(Parameter.Style.FORM).explode(true);
    }

    /** Adds the schemas of the parameters that are passed on to the items: one for each collection and one for all together. */
    static void addCarried(Components components) {
        Map<String, Schema> ofAny = new TreeMap<>();
        for (ResourceKind kind : FeatureProperties.KINDS) {
            Map<String, Schema> ofKind = new TreeMap<>();
            ofItems(kind).stream().map(Parameter::getName).filter(name -> !OF_ONE_PAGE.contains(name))
                    .forEach(name -> ofKind.put(name, SharedSchemas.text()));
            ofAny.putAll(ofKind);
            components.addSchema(SharedSchemas.nameOf(kind) + "ItemsParameters", object(ofKind));
        }
        components.addSchema("ItemsParameters", object(ofAny));
    }

    private static Schema object(Map<String, Schema> members) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).properties(members).additionalPropertiesBoolean(false);
    }

    private static Optional<ResourceKind> kindOf(String path) {
        return FeatureProperties.KINDS.stream()
                .filter(kind -> path.startsWith(COLLECTIONS + "/" + kind.collection() + "/")).findFirst();
    }

    private static List<Parameter> ofItems(ResourceKind kind) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(SharedParameters.query("limit", "How many at most; above the maximum is as many as that",
                SharedParameters.limitUpTo(Limits.FEATURES_MOST, Limits.PAGE)));
        parameters.add(SharedParameters.query("bbox", "In this box, edges included, or without geometry: " + BoundingBoxParser.RULE,
                numbers()));
        parameters.add(SharedParameters.query("datetime", "At this time or during it, or at no known time: a moment, a day, or two"
                + " of them with a slash between, one of which may be open (..)", SharedSchemas.text())
                .example("2023-07-01/.."));
        FilterParameters.of(kind).stream().filter(parameter -> !parameter.getName().equals("bbox")).forEach(parameters::add);
        addFilter(parameters);
        for (Property property : Property.of(kind)) {
            if (property.type() != Property.Type.POINT && parameters.stream().noneMatch(one -> one.getName().equals(property.word()))) {
                parameters.add(SharedParameters.query(property.word(), property.meaning() + ": exactly this", schema(property)));
            }
        }
        parameters.add(SharedParameters.query("cursor", "Where to go on: taken from the link 'next'. It pins the revision of the"
                + " first page", SharedSchemas.text()));
        Schema offset = SharedSchemas.number(0).format("int32").maximum(BigDecimal.valueOf(Limits.OFFSET_MOST)).defaultValue(0);
        parameters.add(SharedParameters.query("offset", "How many are passed over, for programs that count pages. Without asOf, each"
                + " page is of the revision of its own moment; with it, all are of that one, as they are if one follows 'next'. With"
                + " cursor it is 0", offset));
        for (String crs : List.of("crs", "bbox-crs")) {
            parameters.add(SharedParameters.query(crs, crs.equals("crs") ? "What coordinates in the answer are in"
                    : "What coordinates in bbox are in", crs()));
        }
        return parameters;
    }

    private static void addFilter(List<Parameter> parameters) {
        Schema filter = SharedSchemas.text();
        filter.setMaxLength(Limits.FILTER_LENGTH);
        parameters.add(SharedParameters.query("filter", "A condition in CQL2 on what /queryables lists; what is absent is neither"
                + " equal nor unequal to anything", filter).example("title LIKE '%speech%' AND earliest >= DATE('2023-07-01')"));
        parameters.add(SharedParameters.query("filter-lang", "The language of the filter",
                SharedSchemas.text().addEnumeration("cql2-text").addEnumeration("cql2-json").defaultValue("cql2-text")));
        parameters.add(SharedParameters.query("filter-crs", "What coordinates in the filter are in", crs()));
        parameters.add(SharedParameters.query("sortby", "The order, by what /sortables lists; '-' before a name is from the greatest to"
                + " the least. What follows a comma decides where all before it is equal",
                OASFactory.createSchema().addType(SchemaType.ARRAY).minItems(1).items(
                        SharedSchemas.text().pattern("^[+-]?[A-Za-z]+$"))).example(List.of("-fatalitiesBest", "earliest")));
    }

    private static Schema crs() {
        return SharedSchemas.text().format("uri").addEnumeration(CRS84).defaultValue(CRS84)
                .description("Longitude and latitude; other names of the same, such as OGC:CRS84, are understood, too");
    }

    private static Schema schema(Property property) {
        return switch (property.type()) {
            case NUMBER -> OASFactory.createSchema().addType(SchemaType.INTEGER).format("int64");
            case DAY -> SharedSchemas.text().format("date");
            case MOMENT -> SharedSchemas.text().format("date-time");
            default -> SharedSchemas.text();
        };
    }

    private static Schema numbers() {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).minItems(4).maxItems(6)
                .items(OASFactory.createSchema().addType(SchemaType.NUMBER));
    }
}
