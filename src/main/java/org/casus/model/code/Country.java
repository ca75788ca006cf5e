package org.casus.model.code;

import java.util.List;
import java.util.stream.Stream;

/**
 * A country, territory or former state, with the codes by which the data sets of the field know it.
 *
 * <p>A scalar that the country does not have is empty, never null: Kosovo has no number in ISO 3166-1. A former state
 * has its withdrawn codes of ISO 3166-1, save where a later one got them again: {@code CS} was Czechoslovakia, then
 * Serbia and Montenegro, and stands for neither here.
 *
 * @param id        the slug of the short name, stable for ever
 * @param numeric   three digits with leading zeros
 * @param fips      FIPS 10-4; several where ISO 3166-1 counts as one what FIPS counts apart (the West Bank and Gaza)
 * @param gw        Gleditsch and Ward
 * @param cow       Correlates of War
 * @param cameo     the country codes of CAMEO actors, which are not always those of ISO 3166-1
 * @param continent the id of the continent that holds the capital
 * @param names     other English names and spellings by which files name the country
 */
public record Country(
        String id, String name, String alpha2, String alpha3, String numeric, List<String> fips, List<String> gw,
        List<String> cow, List<String> cameo, String continent, List<String> names) {

    public Country {
        fips = List.copyOf(fips);
        gw = List.copyOf(gw);
        cow = List.copyOf(cow);
        cameo = List.copyOf(cameo);
        names = List.copyOf(names);
    }

    /** Returns the code or name of the country in one system. The scheme is written as in the identifiers of places and actors. */
    public record Code(String scheme, String value) {
    }

    /** Every code of the country, ISO 3166-1 first. */
    public List<Code> codes() {
        return Stream.of(
                        codes("iso-3166-1-alpha-2", List.of(alpha2)),
                        codes("iso-3166-1-alpha-3", List.of(alpha3)),
                        codes("iso-3166-1-numeric", List.of(numeric)),
                        codes("fips-10-4", fips),
                        codes("gleditsch-ward", gw),
                        codes("cow", cow),
                        codes("cameo", cameo))
                .flatMap(codes -> codes)
                .toList();
    }

    private static Stream<Code> codes(String scheme, List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).map(value -> new Code(scheme, value));
    }
}
