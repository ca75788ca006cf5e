package org.casus.imports.format;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Identifier;
import org.casus.model.Location;
import org.casus.model.MaxLength;
import org.casus.model.PlaceKind;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.code.Country;
import org.casus.place.PlaceInput;

/** A path of places that are known by name only, from a country downwards. Each place lies within the one before it. */
public final class PlacePath {


    private final Country country;
    private final List<RequiredResource> needs;
    private final List<String> path = new ArrayList<>();
    private Slug at;

    /**
     * Creates a path that begins with a country.
     *
     * @param needs the list to which the places are added
     */
    public PlacePath(Country country, List<RequiredResource> needs) {
        this.country = country;
        this.needs = needs;
        needs.addAll(CountryResources.place(country));
        path.add(country.id());
        at = new Slug(country.id());
    }

    /** Adds a place one level down. A name that already occurs in the path denotes that place, and is not added again. */
    public void add(String name, PlaceKind kind, Location location, List<Identifier> known) {
        if (path.contains(name) || name.equals(country.name()) || country.names().contains(name)) {
            return;
        }
        path.add(name);
        Slug id = DerivedIds.of(path.toArray(String[]::new));
        needs.add(new RequiredResource(ResourceKind.PLACE, id, known, new PlaceInput(id, TextLimits.line(name, MaxLength.NAME),
                List.of(), kind, at, location, null, known), false));
        at = id;
    }

    /** Returns the id of the innermost place. */
    public Slug id() {
        return at;
    }
}
