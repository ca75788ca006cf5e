package org.casus.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Applies a JSON Merge Patch (RFC 7396): null removes a member, objects are merged, any other value replaces the old one. */
public final class MergePatch {

    private MergePatch() {
    }

    /** Returns a copy of the target with the patch applied; neither argument is modified. */
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        patch.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                merged.remove(member.getKey());
            } else if (value instanceof ObjectNode object) {
                ObjectNode below = merged.get(member.getKey()) instanceof ObjectNode old
                        ? old
                        : JsonNodeFactory.instance.objectNode();
                merged.set(member.getKey(), apply(below, object));
            } else {
                merged.set(member.getKey(), value);
            }
        });
        return merged;
    }
}
