package org.casus.event.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.casus.event.graph.Graph.Cut;
import org.casus.event.graph.Graph.Edge;
import org.casus.event.graph.NodeWithEdges.Tie;
import org.casus.http.Limits;
import org.casus.model.ResourceKind;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.Sort;
import org.casus.query.field.Field;
import org.casus.query.field.Match;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.ReadModel.Page;
import org.casus.readmodel.ReadModel.Present;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.readmodel.names.DirectoryView;
import org.casus.render.JsonItemWriter;

/**
 * A breadth-first traversal from an event through events and statements. All queries run at the same revision, so that concurrent
 * writes do not affect the graph.
 */
final class GraphTraversal {

    private final ReadModel model;
    private final OptionalLong revision;
    private final OptionalLong linksAsOf;
    private final String path;
    /** The nodes found so far, by key, in the order in which they were found. */
    private final Map<String, NodeWithEdges> met = new LinkedHashMap<>();
    private final List<Lead> leads = new ArrayList<>();

    /** The total number of neighbours that an expanded node has by one kind of edge, and the address at which they are listed. */
    private record Lead(String node, EdgeKind kind, long total, String href) {
    }

    /**
     * Creates a traversal at one revision.
     *
     * @param path the path of the service, for links
     * @param linksAsOf the revision that links carry as {@code asOf}, if the request had one
     */
    GraphTraversal(ReadModel model, long revision, String path, OptionalLong linksAsOf) {
        this.model = model;
        this.revision = OptionalLong.of(revision);
        this.linksAsOf = linksAsOf;
        this.path = path;
    }

    /**
     * Returns the graph of an event.
     *
     * @param links the links of the response, by relation
     */
    Graph around(Present event, int depth, Map<String, String> links) {
        meet(read(ResourceKind.EVENT, event.resource(), event.names(), 0));
        for (int distance = 1; distance <= depth; distance++) {
            for (NodeWithEdges nodeWithEdges : List.copyOf(met.values())) {
                if (nodeWithEdges.node().distance() == distance - 1) {
                    goThrough(nodeWithEdges, distance);
                }
            }
        }
        Set<Edge> edges = edges();
        List<Cut> cut = cut(edges);
        return new Graph(event.resource().id(), depth, revision.getAsLong(),
                met.values().stream().map(NodeWithEdges::node).toList(), List.copyOf(edges), cut.isEmpty(), cut, links);
    }

    private void goThrough(NodeWithEdges nodeWithEdges, int distance) {
        boolean event = nodeWithEdges.node().kind() == ResourceKind.EVENT;
        Map<EdgeKind, Map<String, Tie>> own = new LinkedHashMap<>();
        for (Tie tie : nodeWithEdges.ties()) {
            own.computeIfAbsent(tie.kind(), kind -> new LinkedHashMap<>()).putIfAbsent(tie.key(), tie);
        }
        own.forEach((kind, ties) -> {
            // the query below finds the relations of an event in both directions
            if (!event || kind != EdgeKind.RELATION) {
                ties.values().stream().limit(Limits.GRAPH_NEIGHBOURS).forEach(tie -> follow(tie, distance));
                leads.add(new Lead(nodeWithEdges.node().key(), kind, ties.size(), nodeWithEdges.links().get("self")));
            }
        });
        if (event) {
            ask(nodeWithEdges, EdgeKind.RELATION, ResourceKind.EVENT, Field.RELATED_TO, "related", distance);
            ask(nodeWithEdges, EdgeKind.MADE_IN, ResourceKind.STATEMENT, Field.MADE_IN, "statements", distance);
            ask(nodeWithEdges, EdgeKind.ABOUT, ResourceKind.STATEMENT, Field.ABOUT, "about", distance);
        }
    }

    private void follow(Tie tie, int distance) {
        if (!isFull() && !met.containsKey(tie.key())
                && model.find(tie.to(), tie.id(), revision) instanceof Present present) {
            meet(read(tie.to(), present.resource(), present.names(), distance));
        }
    }

    /** Queries the resources that one kind of edge connects to an event, and adds them as nodes. */
    private void ask(NodeWithEdges event, EdgeKind kind, ResourceKind of, Field field, String link, int distance) {
        Filter filter = new Filter.Values(field, Match.ANY, List.of(event.node().id()));
        // a full graph takes no more nodes, but needs the total
        int limit = isFull() ? 1 : Limits.GRAPH_NEIGHBOURS;
        Page page = model.list(new ListQuery(of, List.of(filter), Sort.of(of).get(0), limit, Optional.empty()), revision);
        long others = 0;
        for (Stored item : page.items()) {
            NodeWithEdges nodeWithEdges = met.get(NodeWithEdges.keyOf(of, item.id()));
            if (nodeWithEdges == null && !isFull()) {
                nodeWithEdges = read(of, item, page.names(), distance);
            }
            if (nodeWithEdges != null && !areTied(kind, nodeWithEdges, event)) {
                others++;
            } else if (nodeWithEdges != null) {
                meet(nodeWithEdges);
            }
        }
        leads.add(new Lead(event.node().key(), kind, page.total() - others, event.links().get(link)));
    }

    /**
     * Returns whether an edge of the given kind connects two nodes, in either direction. A filter compares ids only, so that it also finds
     * resources that refer to an actor or a place with the id of the event.
     */
    private static boolean areTied(EdgeKind kind, NodeWithEdges one, NodeWithEdges other) {
        return isTied(kind, one, other) || isTied(kind, other, one);
    }

    private static boolean isTied(EdgeKind kind, NodeWithEdges from, NodeWithEdges to) {
        return from.ties().stream().anyMatch(tie -> tie.kind() == kind && tie.key().equals(to.node().key()));
    }

    private NodeWithEdges read(ResourceKind kind, Stored stored, DirectoryView names, int distance) {
        return NodeWithEdges.of(kind, new JsonItemWriter(names, path, linksAsOf).item(stored.template()), distance);
    }

    private void meet(NodeWithEdges nodeWithEdges) {
        met.putIfAbsent(nodeWithEdges.node().key(), nodeWithEdges);
    }

    private boolean isFull() {
        return met.size() >= Limits.GRAPH_NODES;
    }

    private Set<Edge> edges() {
        Set<Edge> edges = new LinkedHashSet<>();
        for (NodeWithEdges nodeWithEdges : met.values()) {
            nodeWithEdges.ties().stream().filter(tie -> met.containsKey(tie.key())).forEach(tie -> edges.add(
                    new Edge(nodeWithEdges.node().key(), tie.key(), tie.kind(), tie.relation(), tie.role())));
        }
        return edges;
    }

    private record End(String node, EdgeKind kind) {
    }

    /**
     * Returns what was cut off. The edges shown are counted, not the neighbours followed from a node: a neighbour that was cut off at one
     * node may have been found from another.
     */
    private List<Cut> cut(Set<Edge> edges) {
        Map<End, Set<String>> shown = new HashMap<>();
        for (Edge edge : edges) {
            shown.computeIfAbsent(new End(edge.from(), edge.kind()), end -> new LinkedHashSet<>()).add(edge.to());
            shown.computeIfAbsent(new End(edge.to(), edge.kind()), end -> new LinkedHashSet<>()).add(edge.from());
        }
        List<Cut> cut = new ArrayList<>();
        for (Lead lead : leads) {
            int seen = shown.getOrDefault(new End(lead.node(), lead.kind()), Set.of()).size();
            if (seen < lead.total()) {
                cut.add(new Cut(lead.node(), lead.kind(), seen, lead.total(), lead.href()));
            }
        }
        return cut;
    }
}
