package org.casus.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A selection of the members of an item, as paths: {@code id}, {@code place.name}. The id is always included. */
public final class FieldSelection {

    private static final JsonFactory JSON = new JsonFactory();

    /** The selected members of an object; an empty selection means all of them. */
    private record Node(Map<String, Node> children) {

        Node() {
            this(new LinkedHashMap<>());
        }

        boolean whole() {
            return children.isEmpty();
        }
    }

    private final List<String> paths;
    private final Node root = new Node();

    public FieldSelection(List<String> paths) {
        this.paths = paths;
        add("id");
        paths.stream().sorted().forEach(this::add);
    }

    /** Adds a path, unless a shorter path already includes it. Paths are added in sorted order, so shorter ones come first. */
    private void add(String path) {
        Node at = root;
        boolean fresh = false;
        for (String name : path.split("\\.")) {
            if (at.whole() && at != root && !fresh) {
                return;
            }
            fresh = !at.children.containsKey(name);
            at = at.children.computeIfAbsent(name, key -> new Node());
        }
    }

    /** Returns whether a path, anything below it or all of a member that contains it is selected. */
    boolean touches(String path) {
        return path.equals("id") || paths.stream().anyMatch(asked -> asked.equals(path)
                || asked.startsWith(path + ".") || path.startsWith(asked + "."));
    }

    /** Writes the selected members in the order of the item. */
    void copy(OutputBuffer item, OutputBuffer out) {
        try (JsonParser parser = JSON.createParser(item.array(), 0, item.size());
                JsonGenerator generator = JSON.createGenerator(out)) {
            parser.nextToken();
            copy(parser, generator, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(JsonParser parser, JsonGenerator generator, Node node) throws IOException {
        if (node.whole() || parser.currentToken().isScalarValue()) {
            generator.copyCurrentStructure(parser);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            generator.writeStartArray();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                copy(parser, generator, node);
            }
            generator.writeEndArray();
        } else {
            generator.writeStartObject();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                Node child = node.children.get(parser.currentName());
                generatorField(parser, generator, child);
            }
            generator.writeEndObject();
        }
    }

    private static void generatorField(JsonParser parser, JsonGenerator generator, Node child) throws IOException {
        String name = parser.currentName();
        parser.nextToken();
        if (child == null) {
            parser.skipChildren();
            return;
        }
        generator.writeFieldName(name);
        copy(parser, generator, child);
    }
}
