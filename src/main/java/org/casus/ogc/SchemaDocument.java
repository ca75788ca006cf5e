package org.casus.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.http.json.Tokens;
import org.casus.query.Field;
import org.casus.query.where.Property;
import org.casus.render.FeatureProperties;
import org.casus.render.FeatureProperties.Column;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Schema of the properties of a collection: all that features have, or those that can be filtered or sorted by. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OgcSchema", description = "A JSON Schema", requiredProperties = {"$schema", "$id", "type", "title", "properties"})
public record SchemaDocument(
        @JsonProperty("$schema") @Schema(name = "$schema", examples = "https://json-schema.org/draft/2020-12/schema") String schema,
        @JsonProperty("$id") @Schema(name = "$id", description = "Its own address") String id,
        @Schema(examples = "object") String type,
        String title,
        @Schema(description = "Properties by name") Map<String, Member> properties,
        @Schema(description = "false where there are no others") Boolean additionalProperties) {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** One property. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OgcSchemaProperty", description = "A property")
    public record Member(
            String title,
            String type,
            String format,
            @JsonProperty("enum") @Schema(name = "enum") List<String> words,
            @JsonProperty("x-ogc-role") @Schema(name = "x-ogc-role", examples = "primary-geometry") String role) {
    }

    /** By what features can be filtered (OGC 19-079r2, section 6.2). */
    static SchemaDocument queryables(Layer layer, String id) {
        Map<String, Member> members = new LinkedHashMap<>();
        Property.of(layer.kind()).forEach(property -> members.put(property.word(), member(property)));
        return of(layer.title() + ": what they can be filtered by", id, members, false);
    }

    /** By what features can be sorted. */
    static SchemaDocument sortables(Layer layer, String id) {
        Map<String, Member> members = new LinkedHashMap<>();
        Property.of(layer.kind()).stream().filter(property -> Queryables.sortables(layer).containsKey(property.word()))
                .forEach(property -> members.put(property.word(), member(property)));
        return of(layer.title() + ": what they can be sorted by", id, members, false);
    }

    /** What features are. */
    static SchemaDocument returnables(Layer layer, String id) {
        Map<String, Member> members = new LinkedHashMap<>();
        FeatureProperties.of(layer.kind()).forEach(column -> members.put(column.name(), member(column)));
        if (Property.of(layer.kind()).contains(Property.GEOMETRY)) {
            members.put(Property.GEOMETRY.word(), member(Property.GEOMETRY));
        }
        return of(layer.title(), id, members, null);
    }

    private static SchemaDocument of(String title, String id, Map<String, Member> members, Boolean others) {
        return new SchemaDocument(DIALECT, id, "object", title, members, others);
    }

    private static Member member(Property property) {
        List<String> words = property.field().flatMap(Field::choices).<List<String>>map(choices -> Tokens.of(choices)).orElse(null);
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
            case TEXT -> new Member(column.meaning(), "string", null, null, null);
            case NUMBER -> new Member(column.meaning(), "integer", null, null, null);
            case MOMENT -> new Member(column.meaning(), "string", "date-time", null, role(column.name()));
        };
    }

    private static String role(String name) {
        return switch (name) {
            case "earliest" -> "primary-interval-start";
            case "latest" -> "primary-interval-end";
            default -> null;
        };
    }
}
