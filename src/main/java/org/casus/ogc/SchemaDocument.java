package org.casus.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.http.json.EnumNames;
import org.casus.query.condition.Property;
import org.casus.query.field.Field;
import org.casus.render.FeatureProperties;
import org.casus.render.FeatureProperties.Column;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A JSON Schema of the properties of a collection (all properties, the queryables or the sortables) or of a whole feature in
 * GeoJSON. Each {@code type} is a single word, although a property may be null, because GIS clients turn any other {@code type}
 * into a text column.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OgcSchema", description = "A JSON Schema", requiredProperties = {"$schema", "$id", "type", "title", "properties"})
public record SchemaDocument(
        @JsonProperty("$schema") @Schema(name = "$schema", examples = "https://json-schema.org/draft/2020-12/schema") String schema,
        @JsonProperty("$id") @Schema(name = "$id", description = "Its own address") String id,
        @Schema(examples = "object") String type,
        String title,
        @Schema(description = "Properties by name") Map<String, Member> properties,
        @Schema(description = "The properties that are always there") List<String> required,
        @Schema(description = "false where there are no others") Boolean additionalProperties) {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** The schema of one property. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OgcSchemaProperty", description = "A property")
    public record Member(
            String title,
            String description,
            String type,
            String format,
            @JsonProperty("enum") @Schema(name = "enum") List<String> words,
            @Schema(description = "Of an object, its properties by name") Map<String, Member> properties,
            @Schema(description = "Of an object, the properties that are always there") List<String> required,
            @JsonProperty("x-ogc-role") @Schema(name = "x-ogc-role", examples = "primary-geometry") String role,
            @JsonProperty("x-ogc-propertySeq") @Schema(name = "x-ogc-propertySeq", description = "The position of its column",
                    examples = "1") Integer position) {

        Member(String title, String type, String format, List<String> words, String role) {
            this(title, null, type, format, words, null, null, role, null);
        }

        static Member described(String description, String type, String format, String role) {
            return new Member(null, description, type, format, null, null, null, role, null);
        }

        static Member constant(String value) {
            return new Member(null, "string", null, List.of(value), null);
        }

        static Member object(String description, Map<String, Member> properties) {
            return new Member(null, description, "object", null, null, properties, List.copyOf(properties.keySet()), null, null);
        }

        /** Returns a copy with the title as its description and no title, because QGIS shows a title in place of the name. */
        Member untitled() {
            return new Member(null, title, type, format, words, properties, required, role, position);
        }

        /** Returns a copy with the given column position. */
        Member at(int position) {
            return new Member(title, description, type, format, words, properties, required, role, position);
        }
    }

    /** Returns the schema of the properties that features can be filtered by (OGC 19-079r2, section 6.2). */
    static SchemaDocument queryables(CollectionKind collectionKind, String id) {
        Map<String, Member> members = new LinkedHashMap<>();
        Property.of(collectionKind.kind()).forEach(property -> members.put(property.word(), member(property)));
        return of(collectionKind.title() + ": what they can be filtered by", id, members, false);
    }

    /** Returns the schema of the properties that features can be sorted by. */
    static SchemaDocument sortables(CollectionKind collectionKind, String id) {
        Map<String, Member> members = new LinkedHashMap<>();
        Property.of(collectionKind.kind()).stream().filter(property -> Queryables.sortables(collectionKind).containsKey(property.word()))
                .forEach(property -> members.put(property.word(), member(property)));
        return of(collectionKind.title() + ": what they can be sorted by", id, members, false);
    }

    /**
     * Returns the schema of the content of a feature (OGC API Features Part 5), independent of its encoding: its id, its properties
     * and its geometry. Each property has a position, because QGIS would otherwise sort the columns by name.
     */
    static SchemaDocument returnables(CollectionKind collectionKind, String id) {
        Map<String, Member> members = new LinkedHashMap<>();
        members.put(Property.ID.word(), member(Property.ID).untitled().at(1));
        columns(collectionKind).forEach((name, column) -> members.put(name, column.at(members.size() + 1)));
        if (Property.of(collectionKind.kind()).contains(Property.GEOMETRY)) {
            members.put(Property.GEOMETRY.word(), member(Property.GEOMETRY).untitled().at(members.size() + 1));
        }
        return of(collectionKind.title(), id, members, null);
    }

    /** Returns the schema of a feature in GeoJSON. GDAL takes its column types from this schema. */
    static SchemaDocument feature(CollectionKind collectionKind, String id) {
        Map<String, Member> members = new LinkedHashMap<>();
        members.put("type", Member.constant("Feature"));
        members.put("id", Member.described(Property.ID.meaning(), "string", null, null));
        members.put("geometry", Member.described("A point, or null (RFC 7946)", null, null, null));
        members.put("properties", Member.object("Always these. A property without a value is null", columns(collectionKind)));
        return new SchemaDocument(DIALECT, id, "object", collectionKind.title() + ": a feature in GeoJSON", members,
                List.copyOf(members.keySet()), null);
    }

    private static SchemaDocument of(String title, String id, Map<String, Member> members, Boolean others) {
        return new SchemaDocument(DIALECT, id, "object", title, members, null, others);
    }

    private static Map<String, Member> columns(CollectionKind collectionKind) {
        Map<String, Member> columns = new LinkedHashMap<>();
        FeatureProperties.of(collectionKind.kind()).forEach(column -> columns.put(column.name(), member(column)));
        return columns;
    }

    private static Member member(Property property) {
        List<String> words = property.field().flatMap(Field::choices).<List<String>>map(choices -> EnumNames.of(choices)).orElse(null);
        return switch (property.type()) {
            case TEXT -> new Member(property.meaning(), "string", null, words, property == Property.ID ? "id" : null);
            case NUMBER -> new Member(property.meaning(), "integer", null, null, null);
            case DAY -> new Member(property.meaning(), "string", "date", null, null);
            case MOMENT -> new Member(property.meaning(), "string", "date-time", null, role(property.word()));
            case POINT -> new Member(property.meaning(), null, "geometry-point", null, "primary-geometry");
        };
    }

    private static Member member(Column column) {
        return switch (column.type()) {
            case TEXT -> Member.described(column.meaning(), "string", null, null);
            case NUMBER -> Member.described(column.meaning(), "integer", null, null);
            case DAY -> Member.described(column.meaning(), "string", "date", null);
            case MOMENT -> Member.described(column.meaning(), "string", "date-time", role(column.name()));
        };
    }

    /** Returns the OGC role of a property, or null if it has none. */
    private static String role(String name) {
        return switch (name) {
            case "earliest" -> "primary-interval-start";
            case "latest" -> "primary-interval-end";
            default -> null;
        };
    }
}
