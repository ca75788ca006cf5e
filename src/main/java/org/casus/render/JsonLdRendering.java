package org.casus.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.casus.model.ResourceKind;
import org.casus.readmodel.Template;

/**
 * Renders JSON-LD: items with {@code @id} and {@code @type}, interpreted by the context that the service publishes; a list
 * becomes a graph. Identifiers of schemes with known IRIs also appear as {@code sameAs}.
 */
final class JsonLdRendering implements Rendering {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<String, String> SAME_AS = Map.of(
            "wikidata", "http://www.wikidata.org/entity/%s", "geonames", "https://sws.geonames.org/%s/");

    private final ResourceKind kind;
    private final ItemSource items;
    private final Optional<FieldSelection> selection;
    private final String context;
    private final OutputBuffer item = new OutputBuffer(2048);
    private final OutputBuffer some = new OutputBuffer(2048);
    private boolean further;

    JsonLdRendering(ResourceKind kind, ItemSource items, Optional<FieldSelection> selection, String context) {
        this.kind = kind;
        this.items = items;
        this.selection = selection;
        this.context = context;
    }

    @Override
    public void begin(OutputBuffer out) {
        out.ascii("{\"@context\":");
        out.string(context);
        out.ascii(",\"@graph\":[");
    }

    @Override
    public void item(Template template, OutputBuffer out) {
        if (further) {
            out.write(',');
        }
        further = true;
        write(MAPPER.createObjectNode(), template, out);
    }

    @Override
    public void single(Template template, OutputBuffer out) {
        write(MAPPER.createObjectNode().put("@context", context), template, out);
    }

    private void write(ObjectNode node, Template template, OutputBuffer out) {
        item.clear();
        items.append(template, item);
        ObjectNode whole = (ObjectNode) CsvRendering.tree(item);
        node.put("@id", whole.path("links").path("self").asText().replaceFirst("\\?.*", ""));
        node.put("@type", typeOf(kind));
        node.setAll(selected(whole));
        node.remove("links");
        ArrayNode same = sameAs(whole.path("identifiers"));
        if (!same.isEmpty() && selection.map(asked -> asked.touches("identifiers")).orElse(true)) {
            node.set("sameAs", same);
        }
        try {
            out.writeAll(MAPPER.writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode selected(ObjectNode whole) {
        if (selection.isEmpty()) {
            return whole;
        }
        some.clear();
        selection.get().copy(item, some);
        return (ObjectNode) CsvRendering.tree(some);
    }

    private static ArrayNode sameAs(JsonNode identifiers) {
        ArrayNode same = MAPPER.createArrayNode();
        for (JsonNode identifier : identifiers) {
            String iri = SAME_AS.get(identifier.path("scheme").asText());
            if (iri != null) {
                same.add(iri.formatted(identifier.path("value").asText()));
            }
        }
        return same;
    }

    /** Returns the term of the context for a resource type, for example {@code EventType}. */
    private static String typeOf(ResourceKind kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.token().split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    @Override
    public void end(Tail tail, OutputBuffer out) {
        out.ascii("]}");
    }
}
