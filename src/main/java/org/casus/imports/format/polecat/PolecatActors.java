package org.casus.imports.format.polecat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.actor.ActorInput;
import org.casus.imports.format.CountryResources;
import org.casus.imports.format.DerivedIds;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TextLimits;
import org.casus.imports.table.Cells;
import org.casus.model.ActorKind;
import org.casus.model.Identifier;
import org.casus.model.MaxLength;
import org.casus.model.MembershipKind;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.code.Countries;
import org.casus.model.code.Country;

/**
 * Reads the actors and recipients of a row by their resolved names. A raw name from the text, such as police, identifies an actor
 * only together with its country.
 */
final class PolecatActors {

    private static final int VALUE = 200;
    private static final Map<String, ActorKind> KINDS = Map.ofEntries(
            Map.entry("GOV", ActorKind.GOVERNMENT), Map.entry("MIL", ActorKind.MILITARY),
            Map.entry("SPY", ActorKind.INTELLIGENCE), Map.entry("PTY", ActorKind.PARTY),
            Map.entry("OPP", ActorKind.PARTY), Map.entry("JRN", ActorKind.MEDIA),
            Map.entry("BUS", ActorKind.COMPANY), Map.entry("MNC", ActorKind.COMPANY),
            Map.entry("IGO", ActorKind.ORGANIZATION), Map.entry("UNO", ActorKind.ORGANIZATION),
            Map.entry("NGO", ActorKind.ORGANIZATION), Map.entry("CVL", ActorKind.POPULATION));

    private PolecatActors() {
    }

    /**
     * Returns all actors of a side.
     *
     * @param side {@code actor} or {@code recipient}, the prefix of the columns
     */
    static List<Slug> of(Cells cells, String side, List<RequiredResource> needs) {
        List<String> names = parts(cells, side + " name").toList();
        boolean resolved = !names.isEmpty();
        List<String> written = resolved ? names : parts(cells, side + " name raw").toList();
        List<Optional<Country>> countries = countries(cells, side);
        ActorKind kind = KINDS.getOrDefault(cells.text("primary " + side + " sector").orElse(""), ActorKind.GROUP);
        List<Slug> ids = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            if (!written.get(i).equals("None")) {
                ids.add(actor(written.get(i), resolved, kind, country(countries, i, written.size()), needs));
            }
        }
        return ids;
    }

    /**
     * Returns the country of a name. A cell has a country for each name or one for all names; with any other number of countries it is
     * unknown which name they belong to.
     */
    private static Optional<Country> country(List<Optional<Country>> countries, int name, int names) {
        return countries.size() == names ? countries.get(name) : countries.size() == 1 ? countries.get(0) : Optional.empty();
    }

    private static List<Optional<Country>> countries(Cells cells, String side) {
        List<Optional<Country>> countries = parts(cells, side + " country").map(PolecatLayout::country).toList();
        if (countries.stream().anyMatch(Optional::isPresent)) {
            return countries;
        }
        List<Optional<Country>> cow = parts(cells, side + " cow").map(code -> Countries.by("cow", code)).toList();
        if (cow.stream().noneMatch(Optional::isPresent) && cells.text(side + " country").isPresent()) {
            cells.note(side + " country", "is a country that is known; left out");
        }
        return cow;
    }

    /** Returns the parts of a cell. Repeated parts are kept, since two names may have the same country. */
    private static Stream<String> parts(Cells cells, String column) {
        return cells.text(column).stream().flatMap(text -> Arrays.stream(text.split(";"))).map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    private static Slug actor(String name, boolean resolved, ActorKind kind, Optional<Country> country, List<RequiredResource> needs) {
        Optional<Country> itself = Countries.named(name)
                .filter(named -> country.isEmpty() || country.get().equals(named));
        if (itself.isPresent()) {
            needs.add(CountryResources.state(itself.get()));
            return new Slug(itself.get().id());
        }
        country.ifPresent(state -> needs.add(CountryResources.state(state)));
        Slug id = resolved || country.isEmpty() ? DerivedIds.of("polecat", name) : DerivedIds.of("polecat", name, country.get().id());
        List<Identifier> known = resolved && name.length() <= VALUE
                ? List.of(new Identifier("polecat-actor", name)) : List.of();
        List<ActorInput.Of> memberships = country.map(state -> new ActorInput.Of(MembershipKind.PART_OF,
                new Slug(state.id()), null, null)).stream().toList();
        needs.add(new RequiredResource(ResourceKind.ACTOR, id, known, new ActorInput(id, TextLimits.line(name, MaxLength.NAME),
                List.of(), kind, null, memberships, known), false));
        return id;
    }
}
