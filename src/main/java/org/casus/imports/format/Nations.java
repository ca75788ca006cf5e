package org.casus.imports.format;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.casus.actor.ActorInput;
import org.casus.model.ActorKind;
import org.casus.model.Identifier;
import org.casus.model.PlaceKind;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.code.Country;
import org.casus.place.PlaceInput;

/** Countries as places and as states: one and the same for all formats, whatever code names them. */
public final class Nations {

    private static final Map<String, List<Need>> PLACES = new ConcurrentHashMap<>();
    private static final Map<String, Need> STATES = new ConcurrentHashMap<>();

    private Nations() {
    }

    /** The country as a place, within its continent. */
    public static List<Need> place(Country country) {
        return PLACES.computeIfAbsent(country.id(), id -> placesOf(country));
    }

    private static List<Need> placesOf(Country country) {
        Slug id = new Slug(country.id());
        Slug continent = new Slug(country.continent());
        return List.of(
                new Need(ResourceKind.PLACE, continent, List.of(), new PlaceInput(continent,
                        Words.capitalized(country.continent()), List.of(), PlaceKind.CONTINENT, null, null, null, List.of()), false),
                new Need(ResourceKind.PLACE, id, identifiers(country), new PlaceInput(id, country.name(), List.of(),
                        PlaceKind.COUNTRY, continent, null, null, identifiers(country)), false));
    }

    /** The country as an actor. */
    public static Need state(Country country) {
        return STATES.computeIfAbsent(country.id(), id -> new Need(ResourceKind.ACTOR, new Slug(id), identifiers(country),
                new ActorInput(new Slug(id), country.name(), List.of(), ActorKind.STATE, null, List.of(), identifiers(country)),
                false));
    }

    private static List<Identifier> identifiers(Country country) {
        return country.codes().stream().map(code -> new Identifier(code.scheme(), code.value())).toList();
    }
}
