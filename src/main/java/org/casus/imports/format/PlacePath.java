package org.casus.imports.format;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Identifier;
import org.casus.model.Location;
import org.casus.model.PlaceKind;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.code.Country;
import org.casus.place.PlaceInput;

/** Places that are known by name only: each within the one before it, and all of them within a country. */
public final class PlacePath {

    private static final int NAME = 500;

    private final Country country;
    private final List<RequiredResource> needs;
    private final List<String> path = new ArrayList<>();
    private Slug at;

    /** Creates a path of places within a country. */
    public PlacePath(Country country, List<RequiredResource> needs) {
        this.country = country;
        this.needs = needs;
        needs.addAll(CountryResources.place(country));
        path.add(country.id());
        at = new Slug(country.id());
    }

    /** One level down, but for a name that stands at a level above too: then it is that place. */
    public void add(String name, PlaceKind kind, Location location, List<Identifier> known) {
        if (path.contains(name) || name.equals(country.name()) || country.names().contains(name)) {
            return;
        }
        path.add(name);
        Slug id = DerivedIds.of(path.toArray(String[]::new));
        needs.add(new RequiredResource(ResourceKind.PLACE, id, known, new PlaceInput(id, TextLimits.line(name, NAME), List.of(), kind, at,
                location, null, known), false));
        at = id;
    }

    /** The innermost. */
    public Slug id() {
        return at;
    }
}
