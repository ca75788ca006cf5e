package org.casus.load.format;

import java.util.ArrayList;
import java.util.List;
import org.casus.actor.ActorInput;
import org.casus.place.PlaceInput;
import org.casus.shape.Identifier;
import org.casus.vocabulary.ActorKind;
import org.casus.vocabulary.Country;
import org.casus.vocabulary.PlaceKind;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Slug;

/** Countries as places and as states: one and the same for all formats, whatever code names them. */
final class Nations {

    private Nations() {
    }

    /** The country as a place, within its continent. */
    static List<Need> place(Country country) {
        Slug continent = new Slug(country.continent());
        List<Need> needs = new ArrayList<>();
        needs.add(new Need(ResourceKind.PLACE, continent, List.of(), new PlaceInput(continent,
                Words.capitalized(country.continent()), List.of(), PlaceKind.CONTINENT, null, null, null, List.of()), false));
        needs.add(new Need(ResourceKind.PLACE, new Slug(country.id()), identifiers(country),
                new PlaceInput(new Slug(country.id()), country.name(), List.of(), PlaceKind.COUNTRY, continent, null, null,
                        identifiers(country)), false));
        return needs;
    }

    /** The country as an actor. */
    static Need state(Country country) {
        return new Need(ResourceKind.ACTOR, new Slug(country.id()), identifiers(country),
                new ActorInput(new Slug(country.id()), country.name(), List.of(), ActorKind.STATE, null, List.of(),
                        identifiers(country)), false);
    }

    private static List<Identifier> identifiers(Country country) {
        return country.codes().stream().map(code -> new Identifier(code.scheme(), code.value())).toList();
    }
}
