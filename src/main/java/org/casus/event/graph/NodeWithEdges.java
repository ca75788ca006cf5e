package org.casus.event.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.event.graph.Graph.Node;
import org.casus.event.graph.Graph.TypeOfEvent;
import org.casus.http.json.EnumNames;
import org.casus.model.RelationKind;
import org.casus.model.ResourceKind;
import org.casus.model.Role;

/**
 * A node of a graph with its outgoing edges, and the links of its resource. It is read from the JSON that clients get of the resource,
 * so that a graph shows nothing that the resource does not.
 */
record NodeWithEdges(Node node, List<Tie> ties, Map<String, String> links) {

    private static final ObjectReader JSON = JsonMapper.builder().build().reader();

    /** An outgoing edge: a reference of the resource to another one. */
    record Tie(EdgeKind kind, ResourceKind to, String id, RelationKind relation, Role role) {

        String key() {
            return keyOf(to, id);
        }
    }

    static String keyOf(ResourceKind kind, String id) {
        return kind.token() + "/" + id;
    }

    static NodeWithEdges of(ResourceKind kind, byte[] json, int distance) {
        JsonNode resource = parsed(json);
        Map<String, String> links = new HashMap<>();
        resource.path("links").fields().forEachRemaining(link -> links.put(link.getKey(), link.getValue().textValue()));
        String id = resource.path("id").textValue();
        boolean dated = kind == ResourceKind.EVENT || kind == ResourceKind.STATEMENT;
        Node node = new Node(keyOf(kind, id), kind, id, nameOf(kind, resource), links.get("self"), distance,
                kind == ResourceKind.EVENT ? typeOf(resource.path("type")) : null,
                dated ? resource.path("when").textValue() : null);
        return new NodeWithEdges(node, tiesOf(kind, resource), links);
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(ResourceKind kind, JsonNode resource) {
        return resource.path(switch (kind) {
            case EVENT, SOURCE, DATASET -> "title";
            case STATEMENT -> "gist";
            case ACTOR, PLACE, EVENT_TYPE -> "name";
        }).textValue();
    }

    private static TypeOfEvent typeOf(JsonNode type) {
        return new TypeOfEvent(type.path("id").textValue(), type.path("name").textValue(), type.path("href").textValue());
    }

    /** Returns the outgoing edges. Actors, places and sources have none: the references of these resources are not followed. */
    private static List<Tie> tiesOf(ResourceKind kind, JsonNode resource) {
        List<Tie> ties = new ArrayList<>();
        if (kind == ResourceKind.EVENT) {
            for (JsonNode relation : resource.path("relations")) {
                RelationKind how = EnumNames.read(RelationKind.class, relation.path("kind").textValue()).orElseThrow();
                add(ties, EdgeKind.RELATION, ResourceKind.EVENT, relation.path("event"), how, null);
            }
            for (JsonNode participant : resource.path("participants")) {
                Role role = EnumNames.read(Role.class, participant.path("role").textValue()).orElseThrow();
                add(ties, EdgeKind.PARTICIPANT, ResourceKind.ACTOR, participant.path("actor"), null, role);
            }
            add(ties, EdgeKind.PLACE, ResourceKind.PLACE, resource.path("place"), null, null);
            resource.path("reports").forEach(report -> add(ties, EdgeKind.SOURCE, ResourceKind.SOURCE,
                    report.path("source"), null, null));
        } else if (kind == ResourceKind.STATEMENT) {
            add(ties, EdgeKind.SPEAKER, ResourceKind.ACTOR, resource.path("speaker"), null, null);
            add(ties, EdgeKind.MADE_IN, ResourceKind.EVENT, resource.path("madeIn"), null, null);
            for (JsonNode about : resource.path("about")) {
                for (ResourceKind subject : List.of(ResourceKind.EVENT, ResourceKind.ACTOR, ResourceKind.PLACE)) {
                    add(ties, EdgeKind.ABOUT, subject, about.path(subject.token()), null, null);
                }
            }
            add(ties, EdgeKind.SOURCE, ResourceKind.SOURCE, resource.path("source"), null, null);
        }
        return ties;
    }

    private static void add(List<Tie> ties, EdgeKind kind, ResourceKind to, JsonNode reference, RelationKind relation,
            Role role) {
        if (reference.isObject()) {
            ties.add(new Tie(kind, to, reference.path("id").textValue(), relation, role));
        }
    }
}
