package org.casus.openapi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.http.problem.ProblemType;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.edtf.Edtf;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas that no single record describes: ids, dates, references, links, pages and patches. */
final class SharedSchemas {

    private static final String NOT_BLANK = "\\S";

    private SharedSchemas() {
    }

    /** Corrects the scanned schemas and adds the shared ones. */
    static void complete(Components components) {
        Map<String, Schema> schemas = new TreeMap<>(components.getSchemas());
        schemas.keySet().removeAll(List.of("EdtfValue", "Instant", "View"));
        schemas.values().forEach(SharedSchemas::straighten);
        addValues(schemas);
        addMembers(schemas);
        for (ResourceKind kind : ResourceKind.values()) {
            String name = nameOf(kind);
            completeView(schemas.get(name));
            schemas.put(name + "Page", page(name));
        }
        CountSchemas.addTo(schemas);
        ClusterSchemas.addTo(schemas);
        MergePatchSchemas.addTo(schemas);
        FormatSchemas.addTo(schemas);
        FeatureSchemas.addTo(schemas);
        components.setSchemas(schemas);
    }

    private static void addValues(Map<String, Schema> schemas) {
        schemas.put("Slug", text().pattern("^" + Slug.PATTERN + "$").maxLength(Slug.MAX_LENGTH)
                .description("An id: " + Slug.RULE).example("moore-prague-speech"));
        schemas.put("Edtf", text().maxLength(Edtf.MAX_LENGTH).example("2022-02-24/..")
                .description("A date as exactly as it is known (EDTF, ISO 8601-2): 2023-07-19, 2023-07, 2023~, 196X,"
                        + " 2022-02-24/.., 1968-08-20/1968-08-21"));
        schemas.put("Box", OASFactory.createSchema().addType(SchemaType.ARRAY).minItems(4).maxItems(4)
                .items(OASFactory.createSchema().addType(SchemaType.NUMBER).format("double"))
                .description("West, south, east and north in degrees (WGS 84); west is greater than east where the box"
                        + " crosses the antimeridian").example(List.of(12.09, 48.55, 18.86, 51.06)));
        schemas.put("ProblemType", text().enumeration(Arrays.stream(ProblemType.values()).<Object>map(ProblemType::uri).toList()));
        schemas.put("Reference", reference());
        schemas.put("ReferenceInput", OASFactory.createSchema().oneOf(List.of(ref("Slug"), ref("Reference")))
                .description("The id of a resource, or a reference to it as an answer shows it"));
        schemas.put("Links", links(List.of("self", "revisions"), "Paths to the resource, to its revisions and to what"
                + " one would ask next, by relation"));
        schemas.put("PageLinks", links(List.of("self", "permalink"), "self; next, where there is more; and permalink,"
                + " which gives this answer for ever").addProperty("next", path()));
    }

    /** Adds members of schemas that the scanner cannot know. */
    private static void addMembers(Map<String, Schema> schemas) {
        schemas.get("Problem").addProperty("type", described("ProblemType", "The kind of problem; the reference leads to a page about it"));
        schemas.get("ProblemPage").addProperty("type", ref("ProblemType"));
        schemas.get("ChangePage").addProperty("links", links(List.of("self"), "self; and next, where there is more")
                .addProperty("next", path()));
        schemas.get("Graph").addProperty("event", described("Slug", "The event in the middle"))
                .addProperty("links", links(List.of("self", "alternate", "permalink"), "self;"
                + " alternate, the other format; and permalink, which gives this answer for ever"));
        schemas.get("Change").addProperty("id", described("Slug", "The resource that changed"))
                .addProperty("dataset", described("Slug", "The dataset of the resource, where it has one"));
    }

    /** Adds the members that all resource types have. */
    private static void completeView(Schema view) {
        view.addProperty("id", ref("Slug"))
                .addProperty("revision", number(1).description("The revision at which this state began"))
                .addProperty("createdAt", moment("When it was first recorded"))
                .addProperty("updatedAt", moment("When this state was recorded"))
                .addProperty("links", ref("Links")).addRequired("links");
    }

    /** Returns the schema name of a resource type in camel case: {@code EventType}. */
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

    static Schema moment(String description) {
        return text().format("date-time").description(description).example("2026-03-01T12:00:00Z");
    }

    static Schema path() {
        return text().format("uri-reference");
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref(name);
    }

    /** Returns a reference with its own description. It uses {@code allOf}, because {@code $ref} allows no sibling keywords. */
    static Schema described(String name, String description) {
        return OASFactory.createSchema().allOf(List.of(ref(name))).description(description);
    }

    static Content content(String mediaType, Schema schema) {
        return OASFactory.createContent().addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
    }

    private static Schema reference() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("Another resource: what a page shows of it, and where it is")
                .addProperty("id", ref("Slug"))
                .addProperty("name", text().description("Its name or title").example("Speech of the head of MI6 in Prague"))
                .addProperty("href", path().example("/events/moore-prague-speech"))
                .required(List.of("id", "name", "href"));
    }

    static Schema links(List<String> always, String description) {
        Schema links = OASFactory.createSchema().addType(SchemaType.OBJECT).description(description)
                .additionalPropertiesSchema(path());
        always.forEach(relation -> links.addProperty(relation, path()).addRequired(relation));
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

    /** Corrects the scanned schemas of values that are serialized as text, and of patterns. */
    private static void straighten(Schema schema) {
        anchor(schema);
        if (schema.getProperties() == null) {
            return;
        }
        Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
        properties.replaceAll((name, property) -> straightened(name, property));
        schema.setProperties(properties);
    }

    /** Anchors patterns. A constraint matches the whole value, but a JSON Schema pattern matches any part of it. */
    private static void anchor(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.equals(NOT_BLANK)) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        if (schema.getItems() != null) {
            anchor(schema.getItems());
        }
    }

    /** Returns the corrected schema of a property. */
    private static Schema straightened(String name, Schema property) {
        String ref = property.getRef() != null ? property.getRef()
                : property.getAllOf() != null && property.getAllOf().size() == 1 ? property.getAllOf().get(0).getRef() : null;
        if (ref == null) {
            anchor(property);
            return name.equals("url") ? property.format("uri").example("https://example.org/report") : property;
        }
        if (ref.endsWith("/Instant")) {
            return moment(property.getDescription());
        }
        boolean reference = ref.endsWith("/Slug") && !name.equals("id");
        if (property.getDescription() == null && property.getExample() == null) {
            return reference ? ref("ReferenceInput") : property;
        }
        return OASFactory.createSchema().allOf(List.of(reference ? ref("ReferenceInput") : ref(ref)))
                .description(property.getDescription()).example(property.getExample());
    }
}
