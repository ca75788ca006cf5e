package org.casus.imports.format.casus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.imports.format.UnresolvedReference;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;

/** Finds the references to other resources in the JSON of a resource. */
final class ReferenceScanner {

    private static final Map<ResourceKind, List<Place>> PLACES = Map.of(
            ResourceKind.EVENT, List.of(
                    new Place(null, "type", ResourceKind.EVENT_TYPE), new Place(null, "place", ResourceKind.PLACE),
                    new Place(null, "dataset", ResourceKind.DATASET),
                    new Place("participants", "actor", ResourceKind.ACTOR),
                    new Place("relations", "event", ResourceKind.EVENT),
                    new Place("reports", "source", ResourceKind.SOURCE)),
            ResourceKind.ACTOR, List.of(new Place("memberships", "of", ResourceKind.ACTOR)),
            ResourceKind.PLACE, List.of(new Place(null, "within", ResourceKind.PLACE)),
            ResourceKind.STATEMENT, List.of(
                    new Place(null, "speaker", ResourceKind.ACTOR), new Place(null, "madeIn", ResourceKind.EVENT),
                    new Place(null, "source", ResourceKind.SOURCE), new Place("about", "event", ResourceKind.EVENT),
                    new Place("about", "actor", ResourceKind.ACTOR), new Place("about", "place", ResourceKind.PLACE)));

    private ReferenceScanner() {
    }

    /**
     * A member that contains a reference.
     *
     * @param array the array whose elements have the member; null if the resource itself has it
     */
    private record Place(String array, String member, ResourceKind kind) {

        boolean isAbove(JsonNode holder) {
            return member.equals("within") || holder.path("kind").asText().equals("partOf");
        }
    }

    /** Returns all references with a valid id. The input reader reports invalid ones. */
    static List<UnresolvedReference> of(ResourceKind kind, ObjectNode body) {
        List<UnresolvedReference> found = new ArrayList<>();
        for (Place place : PLACES.getOrDefault(kind, List.of())) {
            if (place.array == null) {
                add(place, body, "/" + place.member, found);
                continue;
            }
            int at = 0;
            for (JsonNode element : body.path(place.array)) {
                add(place, element, "/" + place.array + "/" + at++ + "/" + place.member, found);
            }
        }
        return found;
    }

    private static void add(Place place, JsonNode holder, String pointer, List<UnresolvedReference> found) {
        JsonNode node = holder.path(place.member);
        String id = (node.isObject() ? node.path("id") : node).asText();
        if (Slug.isValid(id)) {
            found.add(new UnresolvedReference(pointer, place.kind, new Slug(id), node.path("name").textValue(),
                    holder.path("publisher").textValue(), place.isAbove(holder)));
        }
    }
}
