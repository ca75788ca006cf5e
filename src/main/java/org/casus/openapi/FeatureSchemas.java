package org.casus.openapi;

import java.util.List;
import java.util.Map;
import org.casus.model.ResourceKind;
import org.casus.render.FeatureProperties;
import org.casus.render.FeatureProperties.Column;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas of OGC API Features: features with flat properties, and pages of them. */
final class FeatureSchemas {

    private static final String GEOJSON = "application/geo+json";

    private FeatureSchemas() {
    }

    static void addTo(Map<String, Schema> schemas) {
        FeatureProperties.KINDS.forEach(kind -> {
            String name = "Ogc" + SharedSchemas.nameOf(kind);
            schemas.put(name + "Properties", properties(kind));
            schemas.put(name, feature(name).addProperty("links", links()).addRequired("links"));
            schemas.put(name + "Feature", feature(name));
            schemas.put(name + "s", features(name));
        });
        Schema moment = SharedSchemas.text().format("date-time").addType(SchemaType.NULL);
        schemas.get("OgcTemporalExtent").addProperty("interval", array(array(moment).minItems(2).maxItems(2))
                .description("The first moment and the last; null where it is open"));
        schemas.get("OgcSpatialExtent").addProperty("bbox", array(array(
                OASFactory.createSchema().addType(SchemaType.NUMBER).format("double")).minItems(4).maxItems(4))
                .description("West, south, east and north in degrees"));
    }

    static Content content(String name) {
        Schema schema = SharedSchemas.ref(name);
        return OASFactory.createContent().addMediaType(GEOJSON, OASFactory.createMediaType().schema(schema))
                .addMediaType("application/json", OASFactory.createMediaType().schema(schema));
    }

    private static Schema properties(ResourceKind kind) {
        Schema properties = object("Properties, always these; null where there is no value. Several values stand in one text,"
                + " separated by |");
        for (Column column : FeatureProperties.of(kind)) {
            Schema schema = switch (column.type()) {
                case TEXT -> SharedSchemas.text();
                case NUMBER -> OASFactory.createSchema().addType(SchemaType.INTEGER).format("int64");
                case DAY -> SharedSchemas.text().format("date");
                case MOMENT -> SharedSchemas.text().format("date-time");
            };
            properties.addProperty(column.name(), schema.addType(SchemaType.NULL).description(column.meaning()));
            properties.addRequired(column.name());
        }
        return properties;
    }

    private static Schema feature(String name) {
        return object("A feature (RFC 7946)")
                .addProperty("type", SharedSchemas.text().addEnumeration("Feature"))
                .addProperty("id", SharedSchemas.ref("Slug"))
                .addProperty("bbox", SharedSchemas.described("Box", "Where a box is known"))
                .addProperty("geometry", SharedSchemas.ref("Point"))
                .addProperty("properties", SharedSchemas.ref(name + "Properties"))
                .required(List.of("type", "id", "geometry", "properties"));
    }

    private static Schema features(String name) {
        return object("A page of features")
                .addProperty("type", SharedSchemas.text().addEnumeration("FeatureCollection"))
                .addProperty("timeStamp", SharedSchemas.moment("When this was written"))
                .addProperty("numberMatched", SharedSchemas.number(0).description("How many there are in all, exactly"))
                .addProperty("numberReturned", SharedSchemas.number(0).description("How many are on this page"))
                .addProperty("asOf", SharedSchemas.number(0).description("The revision that is shown"))
                .addProperty("links", links())
                .addProperty("features", array(SharedSchemas.ref(name + "Feature")))
                .required(List.of("type", "timeStamp", "numberMatched", "numberReturned", "asOf", "links", "features"));
    }

    private static Schema links() {
        return array(SharedSchemas.ref("OgcLink"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema array(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }
}
