/**
 * What stands around an event, as nodes and edges. {@link org.casus.event.graph.GraphTraversal} goes out from the event hop by hop,
 * asking the read model, all of one revision; {@link org.casus.event.graph.NodeWithEdges} is what it takes of each resource;
 * {@link org.casus.event.graph.Graph} is the answer, and {@link org.casus.event.graph.DotWriter} writes it for Graphviz. A graph is
 * bounded, and says what was cut off.
 */
package org.casus.event.graph;
