package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.junit.jupiter.api.Test;

/** Whatever stands in a URL, parsing it gives a query or a problem. */
class QueryParserTest {

    @Provide
    Arbitrary<ResourceKind> kinds() {
        return Arbitraries.of(ResourceKind.values());
    }

    @Provide
    Arbitrary<Map<String, List<String>>> parameters() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(QueryParser.namesFor(ResourceKind.EVENT)), Arbitraries.strings().ofMaxLength(6));
        Arbitrary<String> values = Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of("2023", "2022-02-24/..", "speech", "a,b", ",", "-when", "relevance", "0", "1001", "cameo:190",
                        "\"", "-", "9999-12-31", "0000", "1..", "..", "-180,-90,180,90", "14.4,50.1", "25", "certain", "host",
                        "\\,", "999999999999999999"));
        return Arbitraries.maps(names, values.list().ofMinSize(1).ofMaxSize(2)).ofMaxSize(4);
    }

    @Property
    void any_parameters_are_a_query_or_a_problem_with_400(@ForAll("kinds") ResourceKind kind,
            @ForAll("parameters") Map<String, List<String>> parameters) {
        try {
            assertThat(QueryParser.parse(kind, parameters).query().limit()).isBetween(1, 1000);
        } catch (Problem problem) {
            assertThat(problem.type().status()).isEqualTo(400);
            assertThat(problem.errors()).isNotEmpty()
                    .allSatisfy(error -> assertThat(error.parameter()).isNotNull());
        }
    }

    @Test
    void the_first_sort_of_a_kind_is_its_default() {
        assertThat(QueryParser.parse(ResourceKind.EVENT, Map.of()).query().sort().word()).isEqualTo("-when");
        assertThat(QueryParser.parse(ResourceKind.PLACE, Map.of()).query().sort().word()).isEqualTo("name");
    }
}
