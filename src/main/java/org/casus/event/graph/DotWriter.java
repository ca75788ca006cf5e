package org.casus.event.graph;

import java.util.stream.Collectors;
import org.casus.event.graph.Graph.Cut;
import org.casus.event.graph.Graph.Edge;
import org.casus.event.graph.Graph.Node;
import org.casus.http.json.EnumNames;
import org.casus.model.ResourceKind;

/** Writes a graph in the language of Graphviz. Every name and value stands in quotes, so that no text is a keyword. */
final class DotWriter {

    static final String MEDIA_TYPE = "text/vnd.graphviz";

    /** In characters: a gist would fill the picture. */
    private static final int LABEL = 80;

    private DotWriter() {
    }

    static String of(Graph graph) {
        StringBuilder dot = new StringBuilder("digraph " + quoted(graph.event()) + " {\n");
        dot.append("  graph [").append(attribute("label", label(graph))).append(", ").append(attribute("rankdir", "LR"))
                .append("];\n");
        graph.nodes().forEach(node -> dot.append("  ").append(node(node)).append(";\n"));
        graph.edges().forEach(edge -> dot.append("  ").append(edge(edge)).append(";\n"));
        return dot.append("}\n").toString();
    }

    /** A note in the picture says that the graph was cut off, since a picture is kept without its response. */
    private static String label(Graph graph) {
        String title = "as of revision " + graph.asOf();
        return graph.complete() ? title : title + graph.cut().stream().map(DotWriter::said).collect(Collectors.joining());
    }

    private static String said(Cut cut) {
        return "\n" + cut.node() + ": " + cut.shown() + " of " + cut.total() + " (" + EnumNames.wordOf(cut.kind()) + ")";
    }

    private static String node(Node node) {
        String when = node.when() == null ? "" : "\n" + node.when();
        return quoted(node.key()) + " [" + attribute("label", shortened(node.name()) + when) + ", "
                + attribute("shape", shape(node.kind())) + ", " + attribute("URL", node.href()) + ", "
                + attribute("tooltip", node.name()) + "]";
    }

    private static String shape(ResourceKind kind) {
        return switch (kind) {
            case EVENT -> "box";
            case ACTOR -> "ellipse";
            case PLACE -> "house";
            case SOURCE -> "note";
            case STATEMENT -> "cds";
            case DATASET, EVENT_TYPE -> "plain";
        };
    }

    private static String edge(Edge edge) {
        Enum<?> word = edge.relation() != null ? edge.relation() : edge.role() != null ? edge.role() : edge.kind();
        return quoted(edge.from()) + " -> " + quoted(edge.to()) + " [" + attribute("label", EnumNames.wordOf(word)) + "]";
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LABEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LABEL - 1)) + "…";
    }

    private static String attribute(String name, String value) {
        return name + "=" + quoted(value);
    }

    /** In quotes a backslash begins an escape (and {@code \N} is the node's name), and {@code &amp;} is an entity. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;")
                .replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n") + '"';
    }
}
