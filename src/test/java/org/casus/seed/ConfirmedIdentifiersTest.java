package org.casus.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No identifier of another system is shipped that nobody has confirmed: a wrong one misleads whoever joins data by it. */
class ConfirmedIdentifiersTest {

    private static final Path CONFIRMED = Path.of("src/test/resources/confirmed-identifiers.csv");
    private static final Path DOSSIERS = Path.of("src/main/resources/dossiers");
    private static final Set<String> TO_CONFIRM = Set.of("wikidata", "geonames");
    private static final Pattern BARE = Pattern.compile("\\bQ[0-9]{2,}\\b");

    /** What each confirmed identifier names. */
    private static Map<String, String> confirmed() throws IOException {
        return Files.readAllLines(CONFIRMED).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("scheme,")).map(line -> line.split(",", 4))
                .peek(row -> assertThat(row).as("scheme, value, name, source").hasSize(4))
                .collect(Collectors.toMap(row -> row[0] + ":" + row[1], row -> row[2]));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(DOSSIERS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    @Test
    void every_wikidata_and_geonames_id_of_a_dossier_is_confirmed_for_the_thing_that_has_it() throws IOException {
        Map<String, String> confirmed = confirmed();
        int found = 0;
        for (Path file : files()) {
            for (JsonNode item : new YAMLMapper().readTree(file.toFile())) {
                for (JsonNode identifier : item.path("identifiers")) {
                    if (TO_CONFIRM.contains(identifier.get("scheme").textValue())) {
                        found++;
                        String id = identifier.get("scheme").textValue() + ":" + identifier.get("value").textValue();
                        assertThat(confirmed.get(id)).as("%s of %s in %s", id, item.get("id").textValue(), file.getFileName())
                                .isEqualTo(item.get("name").textValue());
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(10);
    }

    @Test
    void no_wikidata_id_hides_in_another_member() throws IOException {
        Set<String> confirmed = confirmed().keySet();
        for (Path file : files()) {
            assertThat(BARE.matcher(Files.readString(file)).results().map(MatchResult::group).map("wikidata:"::concat))
                    .as(file.toString()).allMatch(confirmed::contains);
        }
    }
}
