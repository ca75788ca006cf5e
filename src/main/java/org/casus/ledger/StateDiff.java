package org.casus.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.casus.model.View;

/**
 * Computes the differences between two states of a resource, addressed by JSON Pointers. References are compared by their ids, and
 * members that the server sets or derives are ignored. An array element that both states contain is not a difference, even if
 * elements before it were added or removed.
 */
public final class StateDiff {

    private static final Set<String> SET_BY_SERVER = Set.of("id", "revision", "createdAt", "updatedAt", "earliest", "latest");
    /** A member of a report, which is derived from its source. */
    private static final String DERIVED = "publisher";

    private final List<Difference> found = new ArrayList<>();

    private StateDiff() {
    }

    /** Returns the names of the members that differ, in alphabetical order. */
    public static List<String> members(View before, View after) {
        ObjectNode was = StateJson.tree(before);
        ObjectNode is = StateJson.tree(after);
        return names(was, is).stream().filter(name -> !SET_BY_SERVER.contains(name))
                .filter(name -> !between(was, is, name).isEmpty()).toList();
    }

    /** Returns all differences, in the alphabetical order of the members. */
    public static List<Difference> between(ObjectNode before, ObjectNode after) {
        return names(before, after).stream().filter(name -> !SET_BY_SERVER.contains(name))
                .flatMap(name -> between(before, after, name).stream()).toList();
    }

    private static List<Difference> between(ObjectNode before, ObjectNode after, String name) {
        StateDiff stateDiff = new StateDiff();
        stateDiff.compare("/" + name, plain(before.get(name)), plain(after.get(name)));
        return stateDiff.found;
    }

    private static SortedSet<String> names(ObjectNode one, ObjectNode other) {
        SortedSet<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns a value with references replaced by ids and without nulls; null for a missing value or an empty array. */
    private static JsonNode plain(JsonNode value) {
        if (value == null || value.isNull() || value.isArray() && value.isEmpty()) {
            return null;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode plain = array.arrayNode();
            array.forEach(element -> plain.add(plain(element)));
            return plain;
        }
        if (value instanceof ObjectNode object) {
            return isReference(object) ? TextNode.valueOf(object.path("id").asText()) : plainObject(object);
        }
        return value;
    }

    private static JsonNode plainObject(ObjectNode object) {
        ObjectNode plain = object.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = plain(member.getValue());
            if (value != null && !(member.getKey().equals(DERIVED) && object.has("source"))) {
                plain.set(member.getKey(), value);
            }
        }
        return plain;
    }

    private static boolean isReference(ObjectNode object) {
        return object.has("kind") && object.has("id") && object.size() <= (object.has("title") ? 3 : 2);
    }

    private void compare(String pointer, JsonNode from, JsonNode to) {
        if (from instanceof ArrayNode || to instanceof ArrayNode) {
            compareElements(pointer, elements(from), elements(to));
        } else if (from instanceof ObjectNode was && to instanceof ObjectNode is) {
            for (String name : names(was, is)) {
                compare(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), was.get(name), is.get(name));
            }
        } else if (from == null ? to != null : !from.equals(to)) {
            found.add(Difference.of(pointer, from, to));
        }
    }

    /** Returns the array, or an empty one if it is missing. */
    private static ArrayNode elements(JsonNode array) {
        return array instanceof ArrayNode elements ? elements : JsonNodeFactory.instance.arrayNode();
    }

    private void compareElements(String pointer, ArrayNode from, ArrayNode to) {
        Set<Integer> gone = new LinkedHashSet<>();
        Set<Integer> come = new LinkedHashSet<>();
        match(from, to, gone, come);
        if (gone.isEmpty() && come.isEmpty() && !from.equals(to)) {
            found.add(Difference.of(pointer, from, to));
            return;
        }
        SortedSet<Integer> places = new TreeSet<>(gone);
        places.addAll(come);
        for (int at : places) {
            compare(pointer + "/" + at, gone.contains(at) ? from.get(at) : null, come.contains(at) ? to.get(at) : null);
        }
    }

    /** Finds the positions of elements that only one array contains. Each element matches at most one equal element of the other. */
    private static void match(ArrayNode from, ArrayNode to, Set<Integer> gone, Set<Integer> come) {
        List<JsonNode> left = new ArrayList<>();
        to.forEach(left::add);
        for (int at = 0; at < from.size(); at++) {
            int same = left.indexOf(from.get(at));
            if (same < 0) {
                gone.add(at);
            } else {
                left.set(same, null);
            }
        }
        for (int at = 0; at < left.size(); at++) {
            if (left.get(at) != null) {
                come.add(at);
            }
        }
    }
}
