package org.casus.event.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of Graphviz's language that we write, strictly, and shows labels as Graphviz would. */
record DotReader(Map<String, Map<String, String>> nodes, List<List<String>> edges, String label) {

    private static final Pattern TOKEN = Pattern.compile("\\G\\s*(\"(?:[^\"\\\\\\n]|\\\\.)*\"|->|[\\[\\]{}=,;]|[a-zA-Z]+)");

    static DotReader read(String dot) {
        List<String> tokens = tokens(dot);
        expect(tokens, "digraph");
        quoted(tokens);
        expect(tokens, "{");
        expect(tokens, "graph");
        DotReader read = new DotReader(new LinkedHashMap<>(), new ArrayList<>(), attributes(tokens).get("label"));
        while (!tokens.get(0).equals("}")) {
            String from = quoted(tokens);
            if (tokens.get(0).equals("->")) {
                tokens.remove(0);
                read.edges.add(List.of(from, quoted(tokens), attributes(tokens).get("label")));
            } else if (read.nodes.put(from, attributes(tokens)) != null) {
                throw new IllegalArgumentException("twice: " + from);
            }
        }
        expect(tokens, "}");
        if (!tokens.isEmpty()) {
            throw new IllegalArgumentException("after the end: " + tokens);
        }
        return read;
    }

    private static List<String> tokens(String dot) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(dot);
        int end = 0;
        while (matcher.find()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!dot.substring(end).isBlank()) {
            throw new IllegalArgumentException("no token: " + dot.substring(end));
        }
        return tokens;
    }

    private static Map<String, String> attributes(List<String> tokens) {
        Map<String, String> attributes = new LinkedHashMap<>();
        expect(tokens, "[");
        while (true) {
            String name = tokens.remove(0);
            expect(tokens, "=");
            attributes.put(name, quoted(tokens));
            if (tokens.get(0).equals("]")) {
                break;
            }
            expect(tokens, ",");
        }
        expect(tokens, "]");
        expect(tokens, ";");
        return attributes;
    }

    private static void expect(List<String> tokens, String token) {
        if (!tokens.remove(0).equals(token)) {
            throw new IllegalArgumentException("expected " + token + " before " + tokens);
        }
    }

    private static String quoted(List<String> tokens) {
        String token = tokens.remove(0);
        if (!token.startsWith("\"")) {
            throw new IllegalArgumentException("not in quotes: " + token);
        }
        String inside = token.substring(1, token.length() - 1);
        return Pattern.compile("\\\\(.)|&amp;").matcher(inside).replaceAll(match -> Matcher.quoteReplacement(
                match.group(1) == null ? "&" : match.group(1).equals("n") ? "\n" : plain(match.group(1))));
    }

    private static String plain(String escaped) {
        if (!escaped.equals("\\") && !escaped.equals("\"")) {
            throw new IllegalArgumentException("an escape that means something else: \\" + escaped);
        }
        return escaped;
    }
}
