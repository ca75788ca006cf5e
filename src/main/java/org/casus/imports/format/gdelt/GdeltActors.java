package org.casus.imports.format.gdelt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
 * Reads the actors of a row by their CAMEO codes: {@code CZE} is the state itself, {@code CZEGOV} its government. One code has many
 * names in a file, since the name is the text of the article and the code its interpretation. An actor is therefore named after the
 * meaning of its code, and only if that is unknown after the name in the first row.
 */
final class GdeltActors {

    private static final int VALUE = 200;
    /** The length of the country code at the beginning of a code, and of each role code after it. */
    private static final int COUNTRY = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’]+");
    private static final Set<String> SMALL = Set.of("of", "the", "and", "in", "on", "for", "to", "at", "by");
    private static final Map<String, ActorKind> KINDS = Map.ofEntries(
            Map.entry("GOV", ActorKind.GOVERNMENT), Map.entry("MIL", ActorKind.MILITARY),
            Map.entry("SPY", ActorKind.INTELLIGENCE), Map.entry("MED", ActorKind.MEDIA),
            Map.entry("BUS", ActorKind.COMPANY), Map.entry("MNC", ActorKind.COMPANY),
            Map.entry("OPP", ActorKind.PARTY), Map.entry("PTY", ActorKind.PARTY),
            Map.entry("IGO", ActorKind.ORGANIZATION), Map.entry("NGO", ActorKind.ORGANIZATION),
            Map.entry("CVL", ActorKind.POPULATION));

    /** The meanings of role codes, from the CAMEO manual. */
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("AGR", "Farmers"), Map.entry("BUS", "Business"), Map.entry("COP", "Police"),
            Map.entry("CRM", "Criminals"), Map.entry("CVL", "Civilians"), Map.entry("DEV", "Development organizations"),
            Map.entry("EDU", "Education"), Map.entry("ELI", "Elites"), Map.entry("ENV", "Environmental organizations"),
            Map.entry("GOV", "Government"), Map.entry("HLH", "Health organizations"),
            Map.entry("HRI", "Human rights organizations"), Map.entry("INS", "Insurgents"), Map.entry("JUD", "Courts"),
            Map.entry("LAB", "Workers"), Map.entry("LEG", "Legislature"), Map.entry("MED", "Media"),
            Map.entry("MIL", "Military"), Map.entry("MNC", "Multinational companies"), Map.entry("MOD", "Moderates"),
            Map.entry("NGO", "Non-governmental organizations"), Map.entry("OPP", "Opposition"),
            Map.entry("PTY", "Political parties"), Map.entry("RAD", "Radicals"), Map.entry("REB", "Rebels"),
            Map.entry("REF", "Refugees"), Map.entry("SEP", "Separatists"), Map.entry("SET", "Settlers"),
            Map.entry("SPY", "Intelligence services"), Map.entry("UAF", "Unaligned armed forces"));

    private GdeltActors() {
    }

    /**
     * Returns the actor of a side, if there is one.
     *
     * @param side {@code Actor1} or {@code Actor2}, the prefix of the columns
     */
    static Optional<Slug> actor(Cells cells, String side, List<RequiredResource> needs) {
        Optional<String> code = cells.text(side + "Code");
        Optional<String> name = cells.text(side + "Name").or(() -> code);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> countryCode = cells.has(side + "CountryCode") ? cells.text(side + "CountryCode")
                : code.filter(whole -> whole.length() >= COUNTRY).map(whole -> whole.substring(0, COUNTRY));
        Optional<Country> country = countryCode.flatMap(GdeltActors::country);
        Optional<RequiredResource> state = country.map(CountryResources::state);
        state.ifPresent(needs::add);
        if (state.isPresent() && code.equals(countryCode)) {
            return state.map(RequiredResource::id);
        }
        Slug id = DerivedIds.of("cameo", code.or(() -> name).get());
        List<Identifier> known = code.filter(value -> value.length() <= VALUE)
                .map(value -> new Identifier("cameo-actor", value)).stream().toList();
        List<ActorInput.Of> memberships = state
                .map(of -> new ActorInput.Of(MembershipKind.PART_OF, of.id(), null, null)).stream().toList();
        needs.add(new RequiredResource(ResourceKind.ACTOR, id, known, new ActorInput(id,
                meaning(code.orElse(""), countryCode, country).orElseGet(() ->
                        TextLimits.line(code.equals(name) ? name.get() : titled(name.get()), MaxLength.NAME)), List.of(),
                                kind(cells, side), null, memberships, known), false));
        return Optional.of(id);
    }

    /** Returns the meaning of a code made of a country and roles; empty if it has any other part. */
    private static Optional<String> meaning(String code, Optional<String> countryCode, Optional<Country> country) {
        String roles = countryCode.filter(begins -> country.isPresent() && code.startsWith(begins))
                .map(begins -> code.substring(begins.length())).orElse(code);
        List<String> words = new ArrayList<>();
        for (int at = 0; at < roles.length(); at += COUNTRY) {
            String role = ROLES.get(roles.substring(at, Math.min(roles.length(), at + COUNTRY)));
            if (role == null) {
                return Optional.empty();
            }
            words.add(role);
        }
        return words.isEmpty() ? Optional.empty()
                : Optional.of(String.join(", ", words) + country.map(of -> ", " + of.name()).orElse(""));
    }

    private static Optional<Country> country(String code) {
        return Countries.by("cameo", code).or(() -> Countries.by("iso-3166-1-alpha-3", code));
    }

    /** Returns the kind of an actor by the first role of its code, which has a column of its own. */
    private static ActorKind kind(Cells cells, String side) {
        return cells.text(side + "Type1Code").map(role -> KINDS.getOrDefault(role, ActorKind.GROUP))
                .orElse(ActorKind.GROUP);
    }

    /** Returns a name in title case if it is all in capitals. */
    static String titled(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        return WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(word -> word.start() > 0
                && SMALL.contains(word.group()) ? word.group()
                : word.group().substring(0, 1).toUpperCase(Locale.ROOT) + word.group().substring(1));
    }
}
