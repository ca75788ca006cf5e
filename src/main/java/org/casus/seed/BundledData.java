package org.casus.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads data files on the class path: YAML lists of resources, in the form in which clients send them. */
final class BundledData {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private BundledData() {
    }

    static boolean exists(String path) {
        return BundledData.class.getResource(path) != null;
    }

    static List<ObjectNode> read(String path) {
        try (InputStream in = BundledData.class.getResourceAsStream(path)) {
            JsonNode tree = MAPPER.readTree(in);
            List<ObjectNode> items = new ArrayList<>();
            for (JsonNode item : (ArrayNode) tree) {
                items.add((ObjectNode) item);
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
