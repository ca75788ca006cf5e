package org.casus.model.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casus.SharedData;
import org.junit.jupiter.api.Test;

class CameoTest {

    /** Slips of the published names that the table does not have. */
    private static final Map<String, String> MENDED = Map.of(
            "033", "Express intent to provide material aid, not specified below",
            "044", "Meet at a “third” location",
            "183", "Conduct suicide, car, or other non-military bombing, not specified below",
            "2041", "Use chemical, biological, or radiological weapons");

    @Test
    void there_are_311_codes_and_every_one_has_a_root() {
        assertThat(Cameo.all()).hasSize(311).allSatisfy(code -> {
            assertThat(code.code()).matches("(0[1-9]|1[0-9]|20)\\d{0,2}");
            assertThat(code.goldstein()).isBetween(-10.0, 10.0);
            assertThat(Cameo.of(code.code().substring(0, 2))).isPresent();
        });
        assertThat(Cameo.all()).filteredOn(code -> code.code().length() == 2).hasSize(20);
    }

    @Test
    void a_leading_zero_tells_a_statement_from_a_demand() {
        assertThat(Cameo.of("010")).map(Cameo.Code::name).contains("Make statement, not specified below");
        assertThat(Cameo.of("10")).map(Cameo.Code::name).contains("Demand");
        assertThat(Cameo.of("1")).isEmpty();
    }

    @Test
    void names_and_weights_are_those_of_the_published_lookups() throws IOException {
        Map<String, String> names = lookup("CAMEO.eventcodes.txt");
        Map<String, String> weights = lookup("CAMEO.goldsteinscale.txt");

        assertThat(Cameo.all()).extracting(Cameo.Code::code)
                .containsExactlyInAnyOrderElementsOf(names.keySet())
                .containsExactlyInAnyOrderElementsOf(weights.keySet());
        assertThat(Cameo.all()).allSatisfy(code -> {
            assertThat(code.goldstein()).isEqualTo(Double.parseDouble(weights.get(code.code())));
            String name = names.get(code.code()).replaceAll("\\s+", " ").strip();
            assertThat(code.name()).isEqualToIgnoringCase(MENDED.getOrDefault(code.code(), name));
        });
    }

    private static Map<String, String> lookup(String name) throws IOException {
        Path file = SharedData.path("cameo/" + name);
        Map<String, String> values = new LinkedHashMap<>();
        Files.readAllLines(file, StandardCharsets.UTF_8).stream().skip(1).map(line -> line.split("\t"))
                .forEach(cells -> values.put(cells[0], cells[1]));
        return values;
    }
}
