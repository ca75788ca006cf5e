/**
 * The neighbourhood of an event as nodes and edges. {@link org.casus.event.graph.GraphResource} reads the request and starts a
 * {@link org.casus.event.graph.GraphTraversal}, which expands the event hop by hop and queries the read model at one revision. Each
 * resource that it reaches becomes a {@link org.casus.event.graph.NodeWithEdges}. The result is a {@link org.casus.event.graph.Graph},
 * which is sent as JSON or written for Graphviz by {@link org.casus.event.graph.DotWriter}. A graph is bounded, and lists what was cut
 * off.
 */
package org.casus.event.graph;
