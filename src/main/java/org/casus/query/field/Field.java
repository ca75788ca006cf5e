package org.casus.query.field;

import static org.casus.model.ResourceKind.ACTOR;
import static org.casus.model.ResourceKind.DATASET;
import static org.casus.model.ResourceKind.EVENT;
import static org.casus.model.ResourceKind.EVENT_TYPE;
import static org.casus.model.ResourceKind.PLACE;
import static org.casus.model.ResourceKind.SOURCE;
import static org.casus.model.ResourceKind.STATEMENT;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.model.ActorKind;
import org.casus.model.PlaceKind;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.model.SourceKind;

/**
 * The filters that take a list of values: {@code name=a,b} matches any of them, {@code name.all=a,b} all, {@code name.not=a,b}
 * none and, where values have descendants, {@code name.is=a,b} any of them without their descendants. The parameters are parsed,
 * documented and indexed from this table.
 */
public enum Field {

    TYPE("type", List.of(EVENT), List.of(EVENT_TYPE), "speech,interview",
            "The type of event, and all types below it"),
    ACTOR_IN("actor", List.of(EVENT), List.of(ACTOR), "mi6",
            "An actor that takes part in any role, and all that are part of it at the time"),
    ROLE("role", List.of(EVENT), Role.class, "host",
            "A role that someone has; with actor, actor.all or actor.is, one participation meets both"),
    INITIATOR("initiator", List.of(EVENT), List.of(ACTOR), "russia", "Like actor, in the role of initiator"),
    TARGET("target", List.of(EVENT), List.of(ACTOR), "ukraine", "Like actor, in the role of target"),
    PLACE_OF("place", List.of(EVENT), List.of(PLACE), "ukraine", "Where it happened: the place, and all within it"),
    DATASET_OF("dataset", List.of(EVENT), List.of(DATASET), "prague-2023", "The dataset that the event belongs to"),
    SOURCE_OF("source", List.of(EVENT, STATEMENT), List.of(SOURCE), "kyiv-post-2023-07-19",
            "A source that reports it"),
    RELATED_TO("relatedTo", List.of(EVENT), List.of(EVENT), "russian-invasion-of-ukraine",
            "Events that stand in a relation to this one, in either direction"),
    PUBLISHER("publisher", List.of(EVENT, SOURCE), "Kyiv Post",
            "The publisher of the source, or of a source that reports the event: the name as written, a comma in it as \\,"),
    TAG("tag", List.of(EVENT), "cold-war", "A tag"),
    SPEAKER("speaker", List.of(STATEMENT), List.of(ACTOR), "richard-moore",
            "Who said it, and all that are part of that actor at the time"),
    MADE_IN("madeIn", List.of(STATEMENT), List.of(EVENT), "moore-prague-speech", "The event in which it was said"),
    ABOUT("about", List.of(STATEMENT), List.of(EVENT, ACTOR, PLACE), "china",
            "What it is about: an event, an actor or a place, and all below it"),
    ACTOR_KIND("kind", List.of(ACTOR), ActorKind.class, "state", "What the actor is"),
    PART_OF("partOf", List.of(ACTOR), List.of(ACTOR), "united-kingdom",
            "The actor itself and all that are or were part of it"),
    MEMBER_OF("memberOf", List.of(ACTOR), List.of(ACTOR), "warsaw-pact",
            "An actor of which it is or was a member, a head or a successor, but no part"),
    PLACE_KIND("kind", List.of(PLACE), PlaceKind.class, "city", "What the place is"),
    WITHIN("within", List.of(PLACE), List.of(PLACE), "europe", "The place itself and all within it"),
    SOURCE_KIND("kind", List.of(SOURCE), SourceKind.class, "article", "What the source is"),
    LANGUAGE("language", List.of(SOURCE, STATEMENT), "en", "The language of the source or of the quote (BCP 47)"),
    IDENTIFIER("identifier", List.of(ACTOR, PLACE), "wikidata:Q1085",
            "An identifier elsewhere, as scheme:value"),
    SUBTYPE_OF("parent", List.of(EVENT_TYPE), List.of(EVENT_TYPE), "fight", "The type itself and all types below it"),
    CODING("coding", List.of(EVENT, EVENT_TYPE), "cameo:190",
            "That very code of another taxonomy, as scheme:code (cameo, plover, acled, ucdp)");

    /** The fields that can be filtered by a value without its descendants. */
    private static final Set<Field> NARROWED = EnumSet.of(TYPE, ACTOR_IN, INITIATOR, TARGET, PLACE_OF, SPEAKER, ABOUT);

    private static final List<Match> ALL_MATCHES = List.of(Match.values());
    private static final List<Match> NO_NARROWER = List.of(Match.ANY, Match.ALL, Match.NONE);
    private static final Map<ResourceKind, List<Field>> BY_KIND = byKind();

    private final String parameter;
    private final String[] parameters;
    private final List<ResourceKind> of;
    private final List<ResourceKind> refersTo;
    private final Class<? extends Enum<?>> choices;
    private final String example;
    private final String meaning;

    Field(String parameter, List<ResourceKind> of, List<ResourceKind> refersTo, String example, String meaning) {
        this(parameter, of, refersTo, null, example, meaning);
    }

    Field(String parameter, List<ResourceKind> of, Class<? extends Enum<?>> choices, String example, String meaning) {
        this(parameter, of, List.of(), choices, example, meaning);
    }

    Field(String parameter, List<ResourceKind> of, String example, String meaning) {
        this(parameter, of, List.of(), null, example, meaning);
    }

    Field(String parameter, List<ResourceKind> of, List<ResourceKind> refersTo,
            Class<? extends Enum<?>> choices, String example, String meaning) {
        this.parameter = parameter;
        this.parameters = Arrays.stream(Match.values()).map(match -> parameter + match.suffix()).toArray(String[]::new);
        this.of = of;
        this.refersTo = refersTo;
        this.choices = choices;
        this.example = example;
        this.meaning = meaning;
    }

    /** Returns the fields by which a resource type can be filtered. */
    public static List<Field> of(ResourceKind kind) {
        return BY_KIND.get(kind);
    }

    private static Map<ResourceKind, List<Field>> byKind() {
        Map<ResourceKind, List<Field>> byKind = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            byKind.put(kind, Arrays.stream(values()).filter(field -> field.of.contains(kind)).toList());
        }
        return byKind;
    }

    public String parameter() {
        return parameter;
    }

    /** Returns the parameter for one way of matching, for example {@code actor.all}. */
    public String parameter(Match match) {
        return parameters[match.ordinal()];
    }

    /** Returns the resource types whose ids are the values; empty if the values are plain words. */
    public List<ResourceKind> refersTo() {
        return refersTo;
    }

    /** Returns the enum of accepted words, if the field has a fixed set of them. */
    public Optional<Class<? extends Enum<?>>> choices() {
        return Optional.ofNullable(choices);
    }

    public String example() {
        return example;
    }

    public String meaning() {
        return meaning;
    }

    /** Returns whether a value that refers to the given resource type also finds its descendants. */
    public boolean descends(ResourceKind referred) {
        return referred.isHierarchical() && this != MEMBER_OF;
    }

    /** Returns the ways in which the values can be matched. */
    public List<Match> matches() {
        return NARROWED.contains(this) ? ALL_MATCHES : NO_NARROWER;
    }

    /** Returns the role in which an actor takes part, if the field is about one role. */
    public Optional<Role> role() {
        return switch (this) {
            case INITIATOR -> Optional.of(Role.INITIATOR);
            case TARGET -> Optional.of(Role.TARGET);
            default -> Optional.empty();
        };
    }
}
