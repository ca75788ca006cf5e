/**
 * The neighbourhood of an event as nodes and edges. {@link org.casus.event.graph.GraphTraversal} goes out from the event hop by hop
 * and queries the read model at one revision; {@link org.casus.event.graph.NodeWithEdges} is what it takes of each resource;
 * {@link org.casus.event.graph.Graph} is the result, and {@link org.casus.event.graph.DotWriter} writes it for Graphviz. A graph is
 * bounded, and says what was cut off.
 */
package org.casus.event.graph;
