package org.casus.model.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.SharedData;
import org.casus.model.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

    /** Codes that a state has from the one before it: the same state to who made the list, two to the reader. */
    private static final Set<String> SHARED = Set.of(
            "gleditsch-ward:260", "gleditsch-ward:365", "gleditsch-ward:678", "cow:345", "cow:365");

    /** Codes of CAMEO and FIPS 10-4 that stand where a country would and are none: regions and the open sea. */
    private static final Set<String> NO_COUNTRIES = Set.of(
            "AFR", "ASA", "BLK", "CRB", "CAU", "CFR", "CAS", "CEU", "EIN", "EAF", "EEU", "EUR", "LAM", "MEA", "MDT",
            "NAF", "NMR", "PGS", "SCN", "SAM", "SAS", "SEA", "SAF", "WAF", "WST", "OS");

    private static final Set<String> CONTINENTS = Set.of(
            "africa", "antarctica", "asia", "europe", "north-america", "oceania", "south-america");

    @Test
    void the_table_holds_every_country_of_iso_3166_1_and_some_more() {
        assertThat(Countries.all()).hasSize(260);
        assertThat(Countries.all()).filteredOn(country -> country.alpha2().matches("[A-Z]{2}")).hasSizeGreaterThan(249);
        assertThat(Countries.of("kosovo").orElseThrow().alpha2()).isEqualTo("XK");
        assertThat(Countries.of("kosovo").orElseThrow().numeric()).isEmpty();
    }

    @Test
    void ids_are_slugs_and_each_stands_once() {
        assertThat(Countries.all()).extracting(Country::id).doesNotHaveDuplicates()
                .allMatch(id -> Slug.isValid(id) && id.matches("[a-z]+(-[a-z]+)*"));
        assertThat(Countries.of("czech-republic").orElseThrow().names()).contains("Czechia");
        assertThat(Countries.of("czechia")).isEmpty();
    }

    @Test
    void codes_have_the_form_of_their_system() {
        assertThat(Countries.all()).allSatisfy(country -> {
            assertThat(country.alpha2()).matches("([A-Z]{2})?");
            assertThat(country.alpha3()).matches("([A-Z]{3})?");
            assertThat(country.numeric()).matches("([0-9]{3})?");
            assertThat(country.fips()).allMatch(code -> code.matches("[A-Z]{2}"));
            assertThat(country.gw()).allMatch(code -> code.matches("[1-9][0-9]{0,2}"));
            assertThat(country.cow()).allMatch(code -> code.matches("[1-9][0-9]{0,2}"));
            assertThat(country.cameo()).allMatch(code -> code.matches("[A-Z]{3}"));
            assertThat(country.continent()).isIn(CONTINENTS);
            assertThat(country.codes()).isNotEmpty();
        });
    }

    @Test
    void no_code_stands_twice_but_those_that_a_former_state_shares() {
        List<String> codes = Countries.all().stream().flatMap(country -> country.codes().stream())
                .map(code -> code.scheme() + ":" + code.value()).toList();

        Set<String> once = new TreeSet<>();
        assertThat(codes.stream().filter(code -> !once.add(code))).containsExactlyInAnyOrderElementsOf(SHARED);
    }

    @Test
    void no_name_leads_to_two_countries() {
        assertThat(Countries.all()).allSatisfy(country ->
                assertThat(Stream.concat(Stream.of(country.name()), country.names().stream()))
                        .allSatisfy(name -> assertThat(Countries.named(name)).contains(country)));
    }

    @ParameterizedTest
    @CsvSource({
        "ukraine, UA, UKR, 804, UP, 369, 369, UKR", "russia, RU, RUS, 643, RS, 365, 365, RUS",
        "united-kingdom, GB, GBR, 826, UK, 200, 200, GBR", "czech-republic, CZ, CZE, 203, EZ, 316, 316, CZE",
        "georgia, GE, GEO, 268, GG, 372, 372, GEO", "germany, DE, DEU, 276, GM, 260, 255, DEU",
        "yemen, YE, YEM, 887, YM, 678, 679, YEM", "serbia, RS, SRB, 688, RI, 340, 345, SRB",
        "kiribati, KI, KIR, 296, KR, 970, 946, KIR", "nauru, NR, NRU, 520, NR, 971, 970, NRU",
        "tonga, TO, TON, 776, TN, 972, 955, TON", "tuvalu, TV, TUV, 798, TV, 973, 947, TUV",
        "switzerland, CH, CHE, 756, SZ, 225, 225, CHE", "china, CN, CHN, 156, CH, 710, 710, CHN",
        "australia, AU, AUS, 036, AS, 900, 900, AUS", "austria, AT, AUT, 040, AU, 305, 305, AUT",
        "niger, NE, NER, 562, NG, 436, 436, NER", "nigeria, NG, NGA, 566, NI, 475, 475, NGA",
        "romania, RO, ROU, 642, RO, 360, 360, ROM", "south-sudan, SS, SSD, 728, OD, 626, 626, SSD",
        "dr-congo, CD, COD, 180, CG, 490, 490, COD", "united-states, US, USA, 840, US, 2, 2, USA"})
    void well_known_countries_are_found_by_each_of_their_codes(
            String id, String alpha2, String alpha3, String numeric, String fips, String gw, String cow, String cameo) {
        assertThat(List.of(
                Countries.by("iso-3166-1-alpha-2", alpha2), Countries.by("iso-3166-1-alpha-3", alpha3),
                Countries.by("iso-3166-1-numeric", numeric), Countries.by("fips-10-4", fips),
                Countries.by("gleditsch-ward", gw), Countries.by("cow", cow), Countries.by("cameo", cameo)))
                .allSatisfy(found -> assertThat(found).map(Country::id).contains(id));
    }

    @ParameterizedTest
    @CsvSource({
        "gleditsch-ward, 369.0, ukraine", "cow, 002, united-states", "iso-3166-1-numeric, 4, afghanistan",
        "iso-3166-1-alpha-2, ua, ukraine", "cameo, ' wsb ', palestine", "fips-10-4, gz, palestine",
        "cameo, BAG, iraq", "fips-10-4, CR, australia"})
    void codes_are_found_as_files_write_them(String scheme, String value, String id) {
        assertThat(Countries.by(scheme, value)).map(Country::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "gleditsch-ward, 345, yugoslavia", "gleditsch-ward, 315, czechoslovakia", "gleditsch-ward, 265, east-germany",
        "gleditsch-ward, 680, south-yemen", "cow, 678, north-yemen", "cow, 260, west-germany",
        "iso-3166-1-alpha-3, SUN, soviet-union", "iso-3166-1-alpha-3, SCG, serbia-and-montenegro",
        "fips-10-4, NT, netherlands-antilles"})
    void former_states_keep_the_codes_that_were_theirs_alone(String scheme, String value, String id) {
        assertThat(Countries.by(scheme, value)).map(Country::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EUR", "369.5", "36 9", "0", "OS"})
    void what_is_no_code_finds_nothing(String value) {
        assertThat(Countries.all().get(0).codes())
                .allSatisfy(code -> assertThat(Countries.by(code.scheme(), value)).isEmpty());
        assertThat(Countries.by("some-other-scheme", "UA")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Russia (Soviet Union), russia", "Russian Federation, russia", "Soviet Union, soviet-union",
        "DR Congo (Zaire), dr-congo", "Congo, republic-of-the-congo", "Myanmar (Burma), myanmar",
        "Yemen (North Yemen), yemen", "Bosnia-Herzegovina, bosnia-and-herzegovina", "Cambodia (Kampuchea), cambodia",
        "Serbia (Yugoslavia), serbia", "Ivory Coast, ivory-coast", "COTE D'IVOIRE, ivory-coast",
        "Madagascar (Malagasy), madagascar", "Zimbabwe (Rhodesia), zimbabwe", "'Macedonia, FYR', north-macedonia",
        "Kingdom of eSwatini (Swaziland), eswatini", "United States of America, united-states",
        "Occupied Palestinian Territory, palestine", "Vietnam (North Vietnam), vietnam", "turkiye, turkey",
        "'  Sao Tome and Principe ', sao-tome-and-principe", "Czechia, czech-republic",
        "Côte d’Ivoire, ivory-coast", "COTE D`IVOIRE, ivory-coast", "Timor Leste, timor-leste", "Cook Island, cook-islands",
        "Madagaskar, madagascar"})
    void names_are_found_as_files_spell_them(String name, String id) {
        assertThat(Countries.named(name)).map(Country::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ukrain", "Korea", "Virgin Islands", "Europe", "Republic of"})
    void a_name_is_never_guessed(String name) {
        assertThat(Countries.named(name)).isEmpty();
    }

    @Test
    void a_country_names_its_codes_in_the_schemes_of_identifiers() {
        assertThat(Countries.of("palestine").orElseThrow().codes()).extracting(code -> code.scheme() + ":" + code.value())
                .containsExactly("iso-3166-1-alpha-2:PS", "iso-3166-1-alpha-3:PSE", "iso-3166-1-numeric:275",
                        "fips-10-4:WE", "fips-10-4:GZ", "cameo:PSE", "cameo:WSB", "cameo:GZS");
    }

    @Test
    void every_country_of_real_exports_is_found_or_known_to_be_none() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String[] row : rows()) {
            boolean longer = row.length == 61;
            look("cameo", row, missing, 7, 17);
            look("fips-10-4", row, missing, 37, longer ? 45 : 44, longer ? 53 : 51);
        }
        assertThat(missing).as("codes that lead to no country").isEmpty();
    }

    private static void look(String scheme, String[] row, Set<String> missing, int... columns) {
        Arrays.stream(columns).mapToObj(column -> row[column])
                .filter(code -> !code.isEmpty() && !NO_COUNTRIES.contains(code))
                .filter(code -> Countries.by(scheme, code).isEmpty())
                .forEach(code -> missing.add(scheme + ":" + code));
    }

    private static List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(SharedData.path("gdelt"), "*.CSV")) {
            for (Path file : files) {
                Files.readAllLines(file, StandardCharsets.UTF_8).forEach(line -> rows.add(line.split("\t", -1)));
            }
        }
        assertThat(rows.stream().map(row -> row.length).collect(Collectors.toSet())).contains(58, 61);
        return rows;
    }
}
