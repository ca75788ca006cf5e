package org.casus.query;

import static org.casus.model.ResourceKind.ACTOR;
import static org.casus.model.ResourceKind.DATASET;
import static org.casus.model.ResourceKind.EVENT_TYPE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casus.model.ResourceKind;

/** The dimensions that events can be counted by. The parameter {@code by} is parsed and documented from this table. */
public enum Dimension {

    TYPE("type", EVENT_TYPE, "type.is", List.of("type"), "its own type"),
    ROOT_TYPE("rootType", EVENT_TYPE, "type", List.of("type"), "the type at the root of the tree above its own"),
    ACTOR_IN("actor", ACTOR, "actor.is", List.of("actor", "initiator", "target"),
            "each actor that itself takes part"),
    ROLE("role", null, "role", List.of("role"), "each role in which someone takes part"),
    COUNTRY("country", ResourceKind.PLACE, "place", List.of("place"),
            "each country or former country that its place is or lies in"),
    PLACE("place", ResourceKind.PLACE, "place.is", List.of("place"), "its own place"),
    DATASET_OF("dataset", DATASET, "dataset", List.of("dataset"), "its dataset"),
    PUBLISHER("publisher", null, "publisher", List.of("publisher"), "each publisher of a source that reports it"),
    YEAR("year"), MONTH("month"), WEEK("week"), DAY("day");

    private final String word;
    private final ResourceKind kind;
    private final String filter;
    private final List<String> own;
    private final String meaning;

    Dimension(String word, ResourceKind kind, String filter, List<String> own, String meaning) {
        this.word = word;
        this.kind = kind;
        this.filter = filter;
        this.own = own;
        this.meaning = meaning;
    }

    Dimension(String time) {
        this(time, null, null, List.of("from", "to", "dates"), "the " + time + " (UTC) that it lies in");
    }

    /** Returns the dimensions that clients can use: those for whose rows a filter exists. */
    public static List<Dimension> offered() {
        return Arrays.stream(values())
                .filter(by -> by.isTime() || FilterParser.namesFor(ResourceKind.EVENT).contains(by.own.get(0)))
                .toList();
    }

    public static Optional<Dimension> of(String word) {
        return offered().stream().filter(by -> by.word.equals(word)).findFirst();
    }

    /** Returns the name of the dimension in {@code by} and as a member of rows. */
    public String word() {
        return word;
    }

    /** Returns the resource type of its values; empty if the values are plain words. */
    public Optional<ResourceKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** Returns the parameter that finds the events of one value; empty for time units, which need two. */
    public Optional<String> filter() {
        return Optional.ofNullable(filter);
    }

    /** Returns whether the filter with the given parameter name restricts this dimension, so that a facet leaves it out. */
    public boolean owns(String parameter) {
        int dot = parameter.indexOf('.');
        return own.contains(dot < 0 ? parameter : parameter.substring(0, dot));
    }

    /** Returns a description of the values that an event has in this dimension. */
    public String meaning() {
        return meaning;
    }

    public boolean isTime() {
        return ordinal() >= YEAR.ordinal();
    }
}
