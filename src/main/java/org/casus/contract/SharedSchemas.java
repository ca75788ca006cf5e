package org.casus.contract;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.edtf.Edtf;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Slug;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas that no single record describes: ids, dates, references, links, pages, patches. */
final class SharedSchemas {

    private SharedSchemas() {
    }

    static void complete(Components components) {
        Map<String, Schema> schemas = new TreeMap<>(components.getSchemas());
        schemas.values().forEach(SharedSchemas::straighten);
        schemas.remove("Instant");
        schemas.remove("View");
        schemas.put("Slug", text().pattern("^" + Slug.PATTERN + "$").maxLength(Slug.MAX_LENGTH)
                .description("An id: " + Slug.RULE).example("moore-prague-speech"));
        schemas.put("Edtf", text().maxLength(Edtf.MAX_LENGTH).example("2022-02-24/..")
                .description("A date as exactly as it is known (EDTF, ISO 8601-2): 2023-07-19, 2023-07, 2023~, 196X,"
                        + " 2022-02-24/.., 1968-08-20/1968-08-21"));
        schemas.put("Box", OASFactory.createSchema().addType(SchemaType.ARRAY).minItems(4).maxItems(4)
                .items(OASFactory.createSchema().addType(SchemaType.NUMBER).format("double"))
                .description("West, south, east and north in degrees (WGS 84); west is greater than east where the box"
                        + " crosses the antimeridian").example(List.of(12.09, 48.55, 18.86, 51.06)));
        schemas.put("Reference", reference());
        schemas.put("ReferenceInput", OASFactory.createSchema().oneOf(List.of(ref("Slug"), ref("Reference")))
                .description("The id of a resource, or a reference to it as an answer shows it"));
        schemas.put("Links", links(List.of("self", "revisions"), "Paths to the resource, to its revisions and to what"
                + " one would ask next, by relation"));
        schemas.put("PageLinks", links(List.of("self", "permalink"), "self; next, where there is more; and permalink,"
                + " which gives this answer for ever"));
        for (ResourceKind kind : ResourceKind.values()) {
            String name = nameOf(kind);
            schemas.get(name).addProperty("links", ref("Links")).addRequired("links");
            schemas.put(name + "Page", page(name));
            if (schemas.containsKey(name + "Input")) {
                schemas.put(name + "Patch", patch(schemas.get(name + "Input")));
            }
        }
        components.setSchemas(schemas);
    }

    /** Schema names are those of the kinds: {@code EventType}. */
    static String nameOf(ResourceKind kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.token().split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    static Schema number(long least) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).format("int64").minimum(BigDecimal.valueOf(least));
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref(name);
    }

    static Content content(String mediaType, Schema schema) {
        return OASFactory.createContent().addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
    }

    private static Schema reference() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("Another resource: what a page shows of it, and where it is")
                .addProperty("id", text())
                .addProperty("name", text().description("Its name or title"))
                .addProperty("href", text().format("uri-reference"))
                .required(List.of("id", "name", "href"));
    }

    private static Schema links(List<String> always, String description) {
        Schema links = OASFactory.createSchema().addType(SchemaType.OBJECT).description(description)
                .additionalPropertiesSchema(text().format("uri-reference"));
        always.forEach(relation -> links.addProperty(relation, text().format("uri-reference")).addRequired(relation));
        return links;
    }

    private static Schema page(String name) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description("A page of a list")
                .addProperty("items", OASFactory.createSchema().addType(SchemaType.ARRAY).items(ref(name)))
                .addProperty("total", number(0).description("How many there are in all, exactly"))
                .addProperty("asOf", number(0).description("The revision that the page shows"))
                .addProperty("links", ref("PageLinks"))
                .required(List.of("items", "total", "asOf", "links"));
    }

    /** The input with nothing required, and null to remove. */
    private static Schema patch(Schema input) {
        Schema patch = OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("Members to change; null removes one, arrays are replaced whole (RFC 7396)");
        input.getProperties().forEach((name, property) -> patch.addProperty(name, property));
        patch.removeProperty("id");
        return patch;
    }

    /** Mends what the scanner makes of values that are text on the wire. */
    private static void straighten(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
        properties.replaceAll((name, property) -> straightened(name, property));
        schema.setProperties(properties);
    }

    private static Schema straightened(String name, Schema property) {
        String ref = property.getRef() != null ? property.getRef()
                : property.getAllOf() != null && property.getAllOf().size() == 1 ? property.getAllOf().get(0).getRef() : null;
        if (ref == null) {
            return property;
        }
        if (ref.endsWith("/Instant")) {
            return text().format("date-time").description(property.getDescription());
        }
        boolean reference = ref.endsWith("/Slug") && !name.equals("id");
        if (property.getDescription() == null && property.getExample() == null) {
            return reference ? ref("ReferenceInput") : property;
        }
        return OASFactory.createSchema().allOf(List.of(reference ? ref("ReferenceInput") : ref(ref)))
                .description(property.getDescription()).example(property.getExample());
    }
}
