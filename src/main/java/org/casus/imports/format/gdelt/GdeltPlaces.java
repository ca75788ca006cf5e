package org.casus.imports.format.gdelt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.casus.imports.format.CountryResources;
import org.casus.imports.format.DerivedIds;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TextLimits;
import org.casus.imports.table.Cells;
import org.casus.imports.table.LenientCells;
import org.casus.model.Identifier;
import org.casus.model.Location;
import org.casus.model.LocationPrecision;
import org.casus.model.MaxLength;
import org.casus.model.PlaceKind;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.code.Countries;
import org.casus.model.code.Country;
import org.casus.place.PlaceInput;

/** Reads the place of an event: a city within a first-level division within a country, as far down as it was matched. */
final class GdeltPlaces {

    private static final String TYPE = "ActionGeo_Type";
    private static final String NAMED = "ActionGeo_FullName";
    private static final String CODE = "ActionGeo_CountryCode";
    /** The end of first-level division codes that denote the country in general. */
    private static final String GENERAL = "00";

    private GdeltPlaces() {
    }

    /** The place and the location of an event. Either may be null. */
    record Where(Slug place, Location location) {
    }

    /** The level down to which a name was matched. */
    private enum Level {
        COUNTRY(LocationPrecision.COUNTRY), REGION(LocationPrecision.REGION), CITY(LocationPrecision.NEAR);

        private final LocationPrecision precision;

        Level(LocationPrecision precision) {
            this.precision = precision;
        }
    }

    static Where where(Cells cells, List<RequiredResource> needs) {
        Optional<Level> level = level(cells);
        if (level.isEmpty()) {
            return new Where(null, cells.has(TYPE) ? null : location(cells, null));
        }
        Location location = location(cells, level.get().precision);
        return new Where(place(cells, level.get(), location, needs), location);
    }

    /** Returns the level that the row gives; if it names a place without a level, the number of parts of the name decides. */
    private static Optional<Level> level(Cells cells) {
        if (!cells.has(TYPE)) {
            return cells.text(NAMED).or(() -> cells.text(CODE)).map(any -> named(cells));
        }
        String type = cells.code(TYPE).orElse("0");
        return switch (type) {
            case "1" -> Optional.of(Level.COUNTRY);
            case "2", "5" -> Optional.of(Level.REGION);
            case "3", "4" -> Optional.of(Level.CITY);
            default -> {
                boolean named = cells.text(CODE).isPresent();
                if (named || !type.equals("0")) {
                    cells.note(TYPE, "is 1 to 5 where a place is named, else 0");
                }
                yield named ? Optional.of(named(cells)) : Optional.empty();
            }
        };
    }

    private static Level named(Cells cells) {
        return Level.values()[Math.min(parts(cells).length, 3) - 1];
    }

    private static String[] parts(Cells cells) {
        return cells.text(NAMED).orElse("").split(", ");
    }

    private static Location location(Cells cells, LocationPrecision precision) {
        OptionalDouble lat = LenientCells.decimal(cells, "ActionGeo_Lat");
        OptionalDouble lon = LenientCells.decimal(cells, "ActionGeo_Long");
        if (lat.isEmpty() || lon.isEmpty()) {
            return null;
        }
        if (lat.getAsDouble() == 0 && lon.getAsDouble() == 0) {
            cells.note("ActionGeo_Lat", "0/0 is no place; left out");
            return null;
        }
        if (Math.abs(lat.getAsDouble()) > 90 || Math.abs(lon.getAsDouble()) > 180) {
            cells.note(Math.abs(lat.getAsDouble()) > 90 ? "ActionGeo_Lat" : "ActionGeo_Long",
                    "is in degrees on the earth; left out");
            return null;
        }
        return new Location(lat.getAsDouble(), lon.getAsDouble(), precision);
    }

    /** Returns the country by its code; if the file has no column for that, by its name, the last part of the full name. */
    private static Optional<Country> country(Cells cells) {
        if (cells.has(CODE)) {
            return cells.text(CODE).flatMap(code -> Countries.by("fips-10-4", code));
        }
        String[] parts = parts(cells);
        return Countries.named(parts[parts.length - 1]);
    }

    private static Slug place(Cells cells, Level level, Location location, List<RequiredResource> needs) {
        Optional<Country> country = country(cells);
        if (country.isEmpty()) {
            if (cells.has(CODE)) {
                cells.note(CODE, "is a country of FIPS 10-4 that is known; the place is left out");
            } else if (cells.has(NAMED)) {
                cells.note(NAMED, "ends with the name of a country that is known; the place is left out");
            }
            return null;
        }
        needs.addAll(CountryResources.place(country.get()));
        Slug at = new Slug(country.get().id());
        if (level != Level.COUNTRY) {
            at = region(cells, level, at, needs);
        }
        return level == Level.CITY && cells.text(NAMED).isPresent() ? city(cells, at, location, needs) : at;
    }

    /**
     * Returns the first-level division. It gets no location: rows that name a city in it do not have one, and the result must not
     * depend on which row comes first.
     */
    private static Slug region(Cells cells, Level level, Slug country, List<RequiredResource> needs) {
        Optional<String> code = cells.text("ActionGeo_ADM1Code")
                .filter(one -> one.matches("[A-Za-z]{2}[A-Za-z0-9]{2}") && !one.endsWith(GENERAL));
        if (code.isEmpty()) {
            return country;
        }
        String[] parts = parts(cells);
        String named = parts.length > 2 ? parts[1] : level == Level.REGION ? parts[0] : "";
        String name = named.isBlank() ? code.get() : named;
        Slug id = new Slug("fips-" + code.get().toLowerCase(Locale.ROOT));
        List<Identifier> known = List.of(new Identifier("fips-10-4-adm1", code.get()));
        needs.add(new RequiredResource(ResourceKind.PLACE, id, known, new PlaceInput(id, TextLimits.line(name, MaxLength.NAME), List.of(),
                PlaceKind.REGION, country, null, null, known), false));
        return id;
    }

    /** Returns the city. Negative feature ids are from the gazetteer of the world (GNS), others from that of the United States (GNIS). */
    private static Slug city(Cells cells, Slug within, Location location, List<RequiredResource> needs) {
        Optional<String> feature = cells.code("ActionGeo_FeatureID").filter(id -> id.matches("-?[1-9]\\d{0,17}"));
        String fullName = cells.required(NAMED);
        Slug id = feature.map(number -> new Slug("gns-" + number.replace('-', 'm'))).orElseGet(() -> DerivedIds.of(fullName));
        List<Identifier> known = feature.map(number -> new Identifier("gns-feature", number)).stream().toList();
        String name = TextLimits.line(parts(cells)[0], MaxLength.NAME);
        needs.add(new RequiredResource(ResourceKind.PLACE, id, known, new PlaceInput(id, name.isEmpty() ? fullName : name, List.of(),
                PlaceKind.CITY, within, location, null, known), false));
        return id;
    }
}
