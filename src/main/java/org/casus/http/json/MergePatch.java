package org.casus.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): null removes a member, objects are merged, all else replaces. */
public final class MergePatch {

    private MergePatch() {
    }

    /** Returns the target with the patch applied; neither is changed. */
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
