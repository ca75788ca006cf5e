package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.model.ResourceKind;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final ListQuery QUERY = query("/events?type=speech,interview");
    private static final Cursor CURSOR = new Cursor(4711, new Position(List.of("1690000000000", "moore-prague-speech")));

    private static ListQuery query(String url) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String parameter : url.substring(url.indexOf('?') + 1).split("&")) {
            parameters.put(parameter.split("=")[0], List.of(parameter.split("=")[1]));
        }
        return QueryParser.parse(ResourceKind.EVENT, parameters).query();
    }

    @Test
    void a_cursor_comes_back_as_it_was() {
        assertThat(Cursor.decode(CURSOR.encode(QUERY), QUERY)).isEqualTo(CURSOR);
    }

    @Test
    void the_order_of_values_and_the_limit_are_the_same_query() {
        assertThat(Cursor.decode(CURSOR.encode(QUERY), query("/events?limit=7&type=interview,speech"))).isEqualTo(CURSOR);
    }

    @Test
    void other_filters_or_another_order_are_another_query() {
        for (String other : List.of("/events?type=speech", "/events?type.not=speech,interview",
                "/events?type=speech,interview&sort=when", "/events?type=speech,interview&q=x",
                "/events?type=speech,interview&from=2023")) {
            assertThatThrownBy(() -> Cursor.decode(CURSOR.encode(QUERY), query(other)))
                    .isInstanceOf(Problem.class).hasMessageContaining("another query");
        }
    }

    @Test
    void a_cursor_with_any_letter_changed_is_refused() {
        String encoded = CURSOR.encode(QUERY);
        for (int i = 0; i < encoded.length(); i++) {
            char other = encoded.charAt(i) == 'A' ? 'B' : 'A';
            String damaged = encoded.substring(0, i) + other + encoded.substring(i + 1);
            if (!Arrays.equals(Base64.getUrlDecoder().decode(encoded), Base64.getUrlDecoder().decode(damaged))) {
                assertThatThrownBy(() -> Cursor.decode(damaged, QUERY)).as(damaged).isInstanceOf(Problem.class);
            }
        }
    }

    @Property
    void whatever_is_no_cursor_is_a_problem(@ForAll String text) {
        assertThatThrownBy(() -> Cursor.decode(text, QUERY)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETER));
    }

    @Property
    void ids_and_names_of_any_script_survive(@ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long revision, @ForAll @StringLength(max = 200) @CharRange(from = ' ', to = '\uD7FF') String name) {
        Cursor cursor = new Cursor(revision, new Position(List.of(name, "id")));
        assertThat(Cursor.decode(cursor.encode(QUERY), QUERY)).isEqualTo(cursor);
    }
}
