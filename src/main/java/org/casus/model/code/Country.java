package org.casus.model.code;

import java.util.List;
import java.util.stream.Stream;

/**
 * A country, territory or former state, with its codes in the systems that event data sets use.
 *
 * <p>A scalar that the country does not have is empty, never null: Kosovo, for example, has no ISO 3166-1 number. A former state has its
 * withdrawn ISO 3166-1 codes, unless a code was reassigned later: {@code CS} was Czechoslovakia and then Serbia and Montenegro, and
 * belongs to neither here.
 *
 * @param id        the slug of the short name, which never changes
 * @param numeric   the ISO 3166-1 number: three digits with leading zeros
 * @param fips      the FIPS 10-4 codes; several if FIPS distinguishes areas that ISO 3166-1 combines (the West Bank and Gaza)
 * @param gw        the Gleditsch-Ward codes
 * @param cow       the Correlates of War codes
 * @param cameo     the country codes of CAMEO actors, which sometimes differ from ISO 3166-1
 * @param continent the id of the continent where the capital is
 * @param names     other English names and spellings of the country that data files use
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

    /** A code of a country in one system. The scheme is written as in the identifiers of places and actors. */
    public record Code(String scheme, String value) {
    }

    /** Returns all codes of the country, ISO 3166-1 first. */
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
