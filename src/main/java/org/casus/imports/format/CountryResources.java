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

/** Makes the place and the state of a country. They are the same for all formats, whichever code a file uses for the country. */
public final class CountryResources {

    private static final Map<String, List<RequiredResource>> PLACES = new ConcurrentHashMap<>();
    private static final Map<String, RequiredResource> STATES = new ConcurrentHashMap<>();

    private CountryResources() {
    }

    /** Returns the country as a place, after the continent that it lies in. */
    public static List<RequiredResource> place(Country country) {
        return PLACES.computeIfAbsent(country.id(), id -> placesOf(country));
    }

    private static List<RequiredResource> placesOf(Country country) {
        Slug id = new Slug(country.id());
        Slug continent = new Slug(country.continent());
        return List.of(
                new RequiredResource(ResourceKind.PLACE, continent, List.of(), new PlaceInput(continent,
                        TextLimits.capitalized(country.continent()), List.of(), PlaceKind.CONTINENT, null, null, null, List.of()), false),
                new RequiredResource(ResourceKind.PLACE, id, identifiers(country), new PlaceInput(id, country.name(), List.of(),
                        PlaceKind.COUNTRY, continent, null, null, identifiers(country)), false));
    }

    /** Returns the country as an actor. */
    public static RequiredResource state(Country country) {
        return STATES.computeIfAbsent(country.id(), id -> new RequiredResource(ResourceKind.ACTOR, new Slug(id), identifiers(country),
                new ActorInput(new Slug(id), country.name(), List.of(), ActorKind.STATE, null, List.of(), identifiers(country)),
                false));
    }

    private static List<Identifier> identifiers(Country country) {
        return country.codes().stream().map(code -> new Identifier(code.scheme(), code.value())).toList();
    }
}
