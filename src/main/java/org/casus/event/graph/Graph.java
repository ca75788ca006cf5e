package org.casus.event.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.casus.model.RelationKind;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The representation of the neighbourhood of an event that the API returns. */
@Schema(description = "What stands around an event: everything at most 'depth' edges away, and all edges between what is"
        + " shown. Nothing is gone through but events and statements: an actor does not lead on to all that it did",
        requiredProperties = {"event", "depth", "asOf", "nodes", "edges", "complete", "cut", "links"})
public record Graph(
        @Schema(ref = "Slug") String event,
        @Schema(description = "How many edges away from the event the farthest nodes may be", minimum = "1",
                maximum = "3", examples = "1") int depth,
        @Schema(description = "The revision that the graph shows", minimum = "0") long asOf,
        @Schema(description = "The event first, then the nearer before the farther") List<Node> nodes,
        @Schema(description = "All edges between the nodes") List<Edge> edges,
        @Schema(description = "Whether nothing was cut off") boolean complete,
        @Schema(description = "What was cut off to keep the graph bounded, and where the rest is") List<Cut> cut,
        Map<String, String> links) {

    private static final String KEY = "event/moore-prague-speech";

    /** A node of the graph: a resource. */
    @Schema(name = "GraphNode", description = "A resource in a graph",
            requiredProperties = {"key", "kind", "id", "name", "href", "distance"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(
            @Schema(description = "Unique among all nodes: the kind and the id", examples = KEY) String key,
            @Schema(type = SchemaType.STRING, enumeration = {"event", "actor", "place", "source", "statement"},
                    examples = "event") ResourceKind kind,
            @Schema(ref = "Slug") String id,
            @Schema(description = "Its name or title; of a statement, its gist",
                    examples = "Speech by the head of MI6 at the British Embassy in Prague") String name,
            @Schema(description = "Where it is", format = "uri-reference",
                    examples = "/events/moore-prague-speech") String href,
            @Schema(description = "How many edges it is away from the event", minimum = "0", examples = "0") int distance,
            @Schema(description = "Of an event: its type", ref = "Reference") TypeOfEvent type,
            @Schema(description = "Of an event or a statement: when it was (EDTF)", ref = "Edtf") String when) {
    }

    /** A reference to the type of an event, as JSON responses show it. */
    @Schema(hidden = true)
    public record TypeOfEvent(String id, String name, String href) {
    }

    /** An edge between two nodes, in the direction in which it was recorded. */
    @Schema(name = "GraphEdge", description = "What ties two nodes, in the direction in which it was recorded",
            requiredProperties = {"from", "to", "kind"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Edge(
            @Schema(description = "The key of a node", examples = KEY) String from,
            @Schema(description = "The key of a node", examples = "actor/richard-moore") String to,
            @Schema(description = "What ties them", examples = "participant") EdgeKind kind,
            @Schema(description = "Of a relation: how the one event stands to the other") RelationKind relation,
            @Schema(description = "Of a participant: what the actor did in the event", examples = "speaker") Role role) {
    }

    /** The neighbours of a shown node by one kind of edge, if not all of them are shown. */
    @Schema(name = "GraphCut", description = "Nodes that stand next to one that is shown, and are not shown themselves",
            requiredProperties = {"node", "kind", "shown", "total", "href"})
    public record Cut(
            @Schema(description = "The key of the node at which something was cut off", examples = KEY) String node,
            @Schema(description = "What ties the node to what was cut off", examples = "about") EdgeKind kind,
            @Schema(description = "How many of them are shown", minimum = "0", examples = "50") long shown,
            @Schema(description = "How many there are", minimum = "1", examples = "210") long total,
            @Schema(description = "What lists them all", format = "uri-reference",
                    examples = "/statements?about=moore-prague-speech") String href) {
    }
}
