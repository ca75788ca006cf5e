package org.casus.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.model.ResourceKind;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The schemas of merge patches, derived from the input schemas. No member is required, and every optional member may be null, which
 * removes it. In OpenAPI 3.0 {@code nullable} has an effect only next to a {@code type}. References of an input are therefore
 * inlined here or replaced by a separate nullable schema.
 */
final class MergePatchSchemas {

    private static final String RULE = "null removes a member, arrays are replaced whole (RFC 7396)";
    private static final String REFS = "#/components/schemas/";

    private MergePatchSchemas() {
    }

    static void addTo(Map<String, Schema> schemas) {
        schemas.put("ReferencePatch", OASFactory.createSchema()
                .oneOf(List.of(nullable(schemas.get("Slug")), SharedSchemas.ref("Reference")))
                .description("The id of a resource, a reference to it as an answer shows it, or null for none"));
        for (String shape : List.of("Location", "Fatalities")) {
            Schema patch = patch(schemas.get(shape), schemas).addType(SchemaType.NULL);
            schemas.put(shape + "Patch", patch.description(schemas.get(shape).getDescription() + "; " + RULE));
        }
        for (ResourceKind kind : ResourceKind.values()) {
            String name = SharedSchemas.nameOf(kind);
            Schema input = schemas.get(name + "Input");
            if (input != null) {
                Schema patch = patch(input, schemas).description("Members to change; " + RULE);
                patch.removeProperty("id");
                schemas.put(name + "Patch", patch);
            }
        }
    }

    private static Schema patch(Schema input, Map<String, Schema> schemas) {
        List<String> required = input.getRequired() == null ? List.of() : input.getRequired();
        Schema patch = OASFactory.createSchema().addType(SchemaType.OBJECT);
        input.getProperties().forEach((name, property) -> patch.addProperty(name,
                required.contains(name) ? property : removable(property, schemas)));
        return patch;
    }

    private static Schema removable(Schema property, Map<String, Schema> schemas) {
        String ref = property.getAllOf() == null ? property.getRef() : property.getAllOf().get(0).getRef();
        if (ref == null) {
            return nullable(property);
        }
        String name = ref.substring(REFS.length());
        String patch = name.replaceAll("Input$", "") + "Patch";
        if (!schemas.containsKey(patch)) {
            return nullable(schemas.get(name)).example(property.getExample());
        }
        return property.getDescription() == null
                ? SharedSchemas.ref(patch) : SharedSchemas.described(patch, property.getDescription());
    }

    /** Returns a nullable copy. Only the keywords that input schemas use are copied. */
    private static Schema nullable(Schema of) {
        Schema copy = OASFactory.createSchema()
                .type(new ArrayList<>(of.getType())).addType(SchemaType.NULL)
                .format(of.getFormat()).pattern(of.getPattern())
                .minLength(of.getMinLength()).maxLength(of.getMaxLength())
                .minimum(of.getMinimum()).maximum(of.getMaximum())
                .minItems(of.getMinItems()).maxItems(of.getMaxItems()).items(of.getItems())
                .description(of.getDescription()).example(of.getExample()).examples(of.getExamples());
        if (of.getEnumeration() != null) {
            List<Object> values = new ArrayList<>(of.getEnumeration());
            values.add(null);
            copy.setEnumeration(values);
        }
        return copy;
    }
}
