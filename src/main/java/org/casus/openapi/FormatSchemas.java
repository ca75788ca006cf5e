package org.casus.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.model.ResourceKind;
import org.casus.render.CsvColumns;
import org.casus.render.Format;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas of the response formats for one resource and for lists. */
final class FormatSchemas {

    private FormatSchemas() {
    }

    static void addTo(Map<String, Schema> schemas) {
        schemas.put("Point", object("A point (RFC 7946), or null where none is known")
                .addType(SchemaType.NULL)
                .addProperty("type", word("Point"))
                .addProperty("coordinates", numbers(2).description("Longitude and latitude in degrees")
                        .example(List.of(14.42076, 50.08804)))
                .required(List.of("type", "coordinates")));
        schemas.put("Manifest", manifest());
        for (ResourceKind kind : ResourceKind.values()) {
            String name = SharedSchemas.nameOf(kind);
            schemas.put(name + "LinkedData", linkedData(schemas.get(name)));
            schemas.put(name + "Graph", object("A list as JSON-LD").addProperty("@context", context())
                    .addProperty("@graph", array(SharedSchemas.ref(name + "LinkedData")))
                    .required(List.of("@context", "@graph")));
            if (Format.ofItem(kind).contains(Format.GEOJSON)) {
                schemas.put(name + "Feature", feature(name));
                schemas.put(name + "Features", features(name, schemas.get(name + "Page")));
            }
        }
    }

    /** Returns the content of one resource, in every format that is offered for it. */
    static Content ofItem(ResourceKind kind) {
        Content content = OASFactory.createContent();
        String name = SharedSchemas.nameOf(kind);
        for (Format format : Format.ofItem(kind)) {
            Schema schema = switch (format) {
                case JSON -> SharedSchemas.ref(name);
                case GEOJSON -> SharedSchemas.ref(name + "Feature");
                case JSONLD -> SharedSchemas.ref(name + "LinkedData");
                default -> throw new IllegalStateException(format + " of one resource");
            };
            add(content, format, schema);
        }
        return content;
    }

    /** Returns the content of a list, in every format that is offered for it. */
    static Content ofList(ResourceKind kind) {
        Content content = OASFactory.createContent();
        String name = SharedSchemas.nameOf(kind);
        for (Format format : Format.ofList(kind)) {
            add(content, format, switch (format) {
                case JSON -> SharedSchemas.ref(name + "Page");
                case GEOJSON -> SharedSchemas.ref(name + "Features");
                case NDJSON -> SharedSchemas.text().description("One " + name + " a line, as JSON");
                case CSV -> csv(kind);
                case JSONLD -> SharedSchemas.ref(name + "Graph");
                case MANIFEST -> SharedSchemas.ref("Manifest");
            });
        }
        return content;
    }

    private static void add(Content content, Format format, Schema schema) {
        content.addMediaType(format.mediaTypes().get(0), OASFactory.createMediaType().schema(schema));
    }

    private static Schema csv(ResourceKind kind) {
        String header = CsvColumns.of(kind, Optional.empty()).stream().map(CsvColumns.Column::name)
                .collect(Collectors.joining(","));
        return SharedSchemas.text().example(header)
                .description("A table (RFC 4180): UTF-8, CRLF, a header, and these columns in this order: `"
                        + header.replace(",", "`, `") + "`. A reference is a column with the id and one with the name."
                        + " Several values stand in one cell, separated by `|`; a `|` or `\\` within a value follows a"
                        + " `\\`. Text that begins with `=`, `+`, `-`, `@`, a tab or a line break, with or without"
                        + " apostrophes before it, gets an apostrophe before it, so that no spreadsheet takes it for a"
                        + " formula; numbers stay numbers");
    }

    private static Schema feature(String name) {
        return object("A feature (RFC 7946)")
                .addProperty("type", word("Feature"))
                .addProperty("id", SharedSchemas.ref("Slug"))
                .addProperty("bbox", numbers(4).description("West, south, east, north, where a box is known"))
                .addProperty("geometry", SharedSchemas.ref("Point"))
                .addProperty("properties", SharedSchemas.ref(name))
                .required(List.of("type", "id", "geometry", "properties"));
    }

    private static Schema features(String name, Schema page) {
        Schema features = object("A list as a FeatureCollection (RFC 7946), with what a page says beside its items")
                .addProperty("type", word("FeatureCollection"))
                .addProperty("features", array(SharedSchemas.ref(name + "Feature")))
                .required(List.of("type", "features", "total", "asOf", "links"));
        List.of("total", "asOf", "links").forEach(member -> features.addProperty(member, page.getProperties().get(member)));
        return features;
    }

    private static Schema linkedData(Schema view) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        properties.put("@context", context());
        properties.put("@id", SharedSchemas.text().format("uri-reference").description("The thing itself"));
        properties.put("@type", SharedSchemas.text().description("A term of the context").example("Event"));
        properties.putAll(view.getProperties());
        properties.remove("links");
        properties.put("sameAs", array(SharedSchemas.text().format("uri"))
                .description("The same thing elsewhere, made of its identifiers"));
        Schema schema = object(view.getDescription() + " (JSON-LD)");
        schema.setProperties(properties);
        view.getRequired().stream().filter(name -> !name.equals("links")).forEach(schema::addRequired);
        return schema.addRequired("@id").addRequired("@type");
    }

    private static Schema context() {
        return SharedSchemas.text().format("uri-reference").description("The context by which it is read")
                .example("/contexts/v1.jsonld");
    }

    private static Schema manifest() {
        Schema formats = SharedSchemas.text();
        Format.ofStream(ResourceKind.EVENT).forEach(format -> formats.addEnumeration(format.token()));
        return object("What an export is: the same query gives the same bytes for ever, within one version of the"
                + " representation")
                .addProperty("query", SharedSchemas.text().format("uri-reference").description("Where to get the export")
                        .example("/events?all=true&asOf=169&f=ndjson&type=fight"))
                .addProperty("format", formats)
                .addProperty("mediaType", SharedSchemas.text().example(Format.NDJSON.contentType()))
                .addProperty("asOf", SharedSchemas.number(0).description("The revision that it shows"))
                .addProperty("rows", SharedSchemas.number(0).description("How many resources it has"))
                .addProperty("bytes", SharedSchemas.number(0).description("How long it is, without content coding"))
                .addProperty("sha256", SharedSchemas.text().pattern("^[0-9a-f]{64}$")
                        .description("The SHA-256 of its bytes, without content coding"))
                .addProperty("representation", SharedSchemas.number(1)
                        .description("The version of the representation, which every ETag ends with, too"))
                .addProperty("software", SharedSchemas.text().description("What wrote it").example("casus 0.1.0"))
                .required(List.of("query", "format", "mediaType", "asOf", "rows", "bytes", "sha256", "representation",
                        "software"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema word(String only) {
        return SharedSchemas.text().addEnumeration(only);
    }

    private static Schema array(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    private static Schema numbers(int count) {
        return array(OASFactory.createSchema().addType(SchemaType.NUMBER).format("double"))
                .minItems(count).maxItems(count);
    }
}
