package org.casus.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.casus.model.ResourceKind;
import org.casus.query.condition.DelimitedValues;

/** The CSV columns of each resource type, in order. CSV is written and documented from this table. */
public final class CsvColumns {

    /**
     * A column.
     *
     * @param path the member that it shows, by which {@code fields} selects it
     * @param value returns the cell: a number as in the JSON, or text; null for an empty cell
     */
    public record Column(String name, String path, Function<JsonNode, Object> value) {
    }

    private final List<Column> columns = new ArrayList<>();

    private CsvColumns() {
    }

    /** Returns the columns of a resource type; with a selection, only those that show selected members. */
    public static List<Column> of(ResourceKind kind, Optional<FieldSelection> selection) {
        CsvColumns made = new CsvColumns().column("id");
        switch (kind) {
            case EVENT -> made.event();
            case ACTOR -> made.column("name").column("kind").column("description").names()
                    .each("memberships", "memberships", m -> text(m, "kind") + ":" + text(m, "of", "id")).identifiers();
            case PLACE -> made.column("name").column("kind").reference("within").location().box().names().identifiers();
            case SOURCE -> made.column("kind").column("title").column("publisher").column("published")
                    .column("language").column("url");
            case STATEMENT -> made.statement();
            case DATASET -> made.column("title").column("publisher").column("licence").column("citation").column("url")
                    .column("release");
            case EVENT_TYPE -> made.column("name").reference("parent").column("definition").mappings();
        }
        made.column("revision").column("created_at", "createdAt").column("updated_at", "updatedAt");
        made.columns.add(new Column("href", "links", item -> text(item, "links", "self")));
        return made.columns.stream()
                .filter(column -> selection.map(some -> some.touches(column.path())).orElse(true)).toList();
    }

    private void event() {
        reference("type").column("title").column("summary").column("when").column("earliest").column("latest")
                .reference("place").location()
                .each("initiators", "participants", p -> ofRole(p, "initiator"))
                .each("targets", "participants", p -> ofRole(p, "target"))
                .each("participants", "participants", p -> text(p, "role") + ":" + text(p, "actor", "id"))
                .each("participant_names", "participants", p -> text(p, "actor", "name"))
                .number("fatalities_low", "fatalities", "low").number("fatalities_best", "fatalities", "best")
                .number("fatalities_high", "fatalities", "high")
                .number("fatalities_of_initiator", "fatalities", "ofInitiator")
                .number("fatalities_of_target", "fatalities", "ofTarget")
                .number("fatalities_of_civilians", "fatalities", "ofCivilians")
                .number("fatalities_of_unknown", "fatalities", "ofUnknown")
                .each("sources", "reports", r -> text(r, "source", "id"))
                .each("attributions", "reports", r -> orEmpty(text(r, "attribution")))
                .each("notes", "reports", r -> orEmpty(text(r, "note")))
                .each("relations", "relations", r -> text(r, "kind") + ":" + text(r, "event", "id"))
                .each("codings", "codings", c -> text(c, "scheme") + ":" + text(c, "code"))
                .each("tags", "tags", JsonNode::asText)
                .reference("dataset");
    }

    private void statement() {
        reference("speaker").reference("made_in", "madeIn").column("when").column("gist").column("quote")
                .column("language")
                .each("about", "about", a -> a.fieldNames().next() + ":" + text(a.iterator().next(), "id"))
                .reference("source");
    }

    private void mappings() {
        for (String scheme : List.of("cameo", "plover", "acled", "ucdp")) {
            columns.add(new Column(scheme, "mappings." + scheme, item -> DelimitedValues.joined(
                    StreamSupport.stream(item.path("mappings").path(scheme).spliterator(), false).map(JsonNode::asText))));
        }
    }

    private CsvColumns location() {
        return number("lat", "location", "lat").number("lon", "location", "lon")
                .column("precision", "location.precision");
    }

    private CsvColumns box() {
        List<String> sides = List.of("west", "south", "east", "north");
        for (int i = 0; i < sides.size(); i++) {
            int side = i;
            columns.add(new Column("bbox_" + sides.get(i), "bbox", item -> number(item.path("bbox").path(side))));
        }
        return this;
    }

    private CsvColumns names() {
        return each("names", "names", name -> text(name, "name"));
    }

    private CsvColumns identifiers() {
        return each("identifiers", "identifiers", i -> text(i, "scheme") + ":" + text(i, "value"));
    }

    private CsvColumns column(String name) {
        return column(name, name);
    }

    private CsvColumns column(String name, String path) {
        String[] members = path.split("\\.");
        columns.add(new Column(name, path, item -> {
            JsonNode value = at(item, members);
            return value.isNumber() ? number(value) : text(item, members);
        }));
        return this;
    }

    private CsvColumns number(String name, String member, String below) {
        columns.add(new Column(name, member + "." + below, item -> number(item.path(member).path(below))));
        return this;
    }

    private CsvColumns reference(String member) {
        return reference(member, member);
    }

    private CsvColumns reference(String name, String member) {
        columns.add(new Column(name, member + ".id", item -> text(item, member, "id")));
        columns.add(new Column(name + "_name", member + ".name", item -> text(item, member, "name")));
        return this;
    }

    private CsvColumns each(String name, String path, Function<JsonNode, String> value) {
        columns.add(new Column(name, path, item -> DelimitedValues.joined(
                StreamSupport.stream(item.path(path).spliterator(), false).map(value))));
        return this;
    }

    private static String ofRole(JsonNode participant, String role) {
        return role.equals(text(participant, "role")) ? text(participant, "actor", "id") : null;
    }

    private static Object number(JsonNode value) {
        return value.isNumber() ? value.numberValue() : null;
    }

    private static JsonNode at(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        return at;
    }

    private static String text(JsonNode node, String... path) {
        JsonNode value = at(node, path);
        return value.isMissingNode() ? null : value.asText();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
