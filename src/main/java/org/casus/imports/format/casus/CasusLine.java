package org.casus.imports.format.casus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.http.json.EnumNames;
import org.casus.http.json.StrictJson;
import org.casus.http.problem.Problem;
import org.casus.imports.table.RefusedRowException;
import org.casus.imports.table.TableRow;
import org.casus.model.ActorKind;
import org.casus.model.PlaceKind;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;

/**
 * A line that contains a resource.
 *
 * @param kind the resource type, from the link {@code self} or else from the members
 */
record CasusLine(ResourceKind kind, Slug id, ObjectNode body) {

    /** Members that identify a resource type. If a line has members of two types, the type that comes first here applies. */
    private static final List<Map.Entry<ResourceKind, Set<String>>> TELLING = List.of(
            Map.entry(ResourceKind.STATEMENT, Set.of("gist", "speaker", "madeIn", "about", "quote")),
            Map.entry(ResourceKind.EVENT_TYPE, Set.of("definition", "mappings", "parent")),
            Map.entry(ResourceKind.EVENT, Set.of("when", "type", "participants", "relations", "reports", "fatalities",
                    "codings", "tags", "summary", "place", "dataset")),
            Map.entry(ResourceKind.ACTOR, Set.of("memberships", "description")),
            Map.entry(ResourceKind.PLACE, Set.of("within", "bbox", "location")),
            Map.entry(ResourceKind.DATASET, Set.of("licence", "citation", "release")),
            Map.entry(ResourceKind.SOURCE, Set.of("published", "language")));

    private static final String UNTOLD = "is an event, actor, place, source, statement or dataset, as its members tell, or"
            + " \"links\": {\"self\": \"/actors/mi6\"}";

    /**
     * Parses a line.
     *
     * @throws org.casus.imports.table.RefusedRowException if it is not a resource
     */
    static CasusLine of(TableRow row) {
        ObjectNode body = parsed(row);
        Optional<String[]> self = self(body);
        ResourceKind kind = self.flatMap(path -> collection(path[0])).or(() -> toldBy(body))
                .orElseThrow(() -> new RefusedRowException("row", row.raw(), UNTOLD));
        JsonNode id = body.path("id");
        if (!id.isTextual()) {
            throw new RefusedRowException("/id", id.isMissingNode() ? "" : id.toString(),
                    "is required, as text: by it the line is found again when it is loaded again");
        }
        if (!Slug.isValid(id.textValue())) {
            throw new RefusedRowException("/id", id.textValue(), "an id is " + Slug.RULE);
        }
        return new CasusLine(kind, new Slug(id.textValue()), body);
    }

    private static ObjectNode parsed(TableRow row) {
        try {
            return StrictJson.object(row.raw().getBytes(StandardCharsets.UTF_8));
        } catch (Problem e) {
            throw new RefusedRowException("row", row.raw(), "is one JSON object in a line: " + e.getMessage());
        }
    }

    /** Returns the collection and the id in the link {@code self}. */
    private static Optional<String[]> self(ObjectNode body) {
        String[] path = body.path("links").path("self").asText().replaceAll("\\?.*$", "").split("/");
        return path.length < 2 ? Optional.empty() : Optional.of(Arrays.copyOfRange(path, path.length - 2, path.length));
    }

    private static Optional<ResourceKind> collection(String name) {
        return Arrays.stream(ResourceKind.values()).filter(kind -> kind.collection().equals(name)).findFirst();
    }

    private static Optional<ResourceKind> toldBy(ObjectNode body) {
        return TELLING.stream().filter(kind -> kind.getValue().stream().anyMatch(body::has))
                .findFirst().map(Map.Entry::getKey).or(() -> toldByKind(body));
    }

    private static Optional<ResourceKind> toldByKind(ObjectNode body) {
        String kind = body.path("kind").asText();
        if (body.has("title")) {
            return body.has("kind") ? Optional.of(ResourceKind.SOURCE)
                    : body.has("publisher") || body.has("url") ? Optional.of(ResourceKind.DATASET) : Optional.empty();
        }
        return EnumNames.read(ActorKind.class, kind).isPresent() ? Optional.of(ResourceKind.ACTOR)
                : EnumNames.read(PlaceKind.class, kind).isPresent() ? Optional.of(ResourceKind.PLACE) : Optional.empty();
    }

    /** Returns whether no other JSON looks like this line: it has a valid link {@code self}, or only members of its resource type. */
    boolean isPlain() {
        boolean linked = self(body).filter(path -> collection(path[0]).isPresent() && path[1].equals(id.value())).isPresent();
        return linked || CasusLayout.inputOf(kind).filter(input -> {
            List<String> members = Arrays.stream(input.getRecordComponents()).map(one -> one.getName()).toList();
            return body.properties().stream().allMatch(member -> members.contains(member.getKey()));
        }).isPresent();
    }
}
