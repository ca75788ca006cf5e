package org.casus.event.graph;

import java.util.stream.Collectors;
import org.casus.event.graph.Graph.Cut;
import org.casus.event.graph.Graph.Edge;
import org.casus.event.graph.Graph.Node;
import org.casus.http.json.EnumNames;
import org.casus.model.ResourceKind;

/** Writes a graph in DOT, the language of Graphviz. Every name and value is quoted, so that no text is read as a keyword. */
final class DotWriter {

    static final String MEDIA_TYPE = "text/vnd.graphviz";

    /** The maximum length of a node label, in characters; the gist of a statement can be long. */
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

    /** Returns the label of the graph. It lists what was cut off, because an image is often kept without the response. */
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

    /**
     * Returns the text as a quoted DOT string. In such a string a backslash starts an escape sequence ({@code \N} is the name of the
     * node), and {@code &} starts an HTML entity.
     */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;")
                .replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n") + '"';
    }
}
