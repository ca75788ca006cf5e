package org.casus.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ValidationError;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class RecordBinderTest {

    private static final RecordBinder BINDER = new RecordBinder(Validation.byDefaultProvider().configure()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory().getValidator());

    enum Mood {
        @JsonProperty("calm") CALM, @JsonProperty("tense") TENSE
    }

    record Inner(@NotNull(message = "lat is required") @DecimalMax(value = "90", message = "lat is at most 90") Double lat,
            Integer count) {
    }

    record Thing(@NotBlank(message = "title is required") String title, Mood mood, @Valid Inner inner,
            List<@Valid Inner> inners, List<String> words) {
    }

    private static final class Outcome {
        private Thing thing;
        private List<ValidationError> findings = List.of();
    }

    private static Outcome bind(String json) {
        Outcome outcome = new Outcome();
        ValidationErrors errors = new ValidationErrors();
        try {
            outcome.thing = BINDER.bind(StrictJson.object(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                    Thing.class, errors);
            errors.throwIfAny();
        } catch (Problem problem) {
            outcome.findings = problem.errors();
        }
        return outcome;
    }

    @Test
    void what_fits_is_bound() {
        Outcome outcome = bind("{'title': 'x', 'mood': 'calm', 'inner': {'lat': 5}, 'inners': [{'lat': 1.5, 'count': 2}], 'words': ['a']}");
        assertThat(outcome.findings).isEmpty();
        assertThat(outcome.thing).isEqualTo(
                new Thing("x", Mood.CALM, new Inner(5.0, null), List.of(new Inner(1.5, 2)), List.of("a")));
    }

    @Test
    void everything_that_does_not_fit_is_noted_in_one_pass() {
        assertThat(bind("""
                {'mood': 'angry', 'inner': {'lat': 91, 'count': '5', 'lon': 1}, 'inners': [{}, 7, {'lat': 'NaN'}], 'words': [1, null],
                 'titel': 'x'}""").findings).extracting(ValidationError::pointer, ValidationError::code).containsExactlyInAnyOrder(
                tuple("#/title", ErrorCode.REQUIRED), tuple("#/titel", ErrorCode.UNKNOWN_MEMBER),
                tuple("#/mood", ErrorCode.UNKNOWN_VALUE), tuple("#/inner/lat", ErrorCode.RANGE),
                tuple("#/inner/count", ErrorCode.WRONG_TYPE), tuple("#/inner/lon", ErrorCode.UNKNOWN_MEMBER),
                tuple("#/inners/0/lat", ErrorCode.REQUIRED), tuple("#/inners/1", ErrorCode.WRONG_TYPE),
                tuple("#/inners/2/lat", ErrorCode.WRONG_TYPE), tuple("#/words/0", ErrorCode.WRONG_TYPE),
                tuple("#/words/1", ErrorCode.WRONG_TYPE));
    }

    @Test
    void an_element_keeps_its_place_when_one_before_it_cannot_be_read() {
        assertThat(bind("{'title': 'x', 'inners': [1, null, {'lat': 5}, [], {'lat': 91}]}").findings)
                .extracting(ValidationError::pointer, ValidationError::code).containsExactlyInAnyOrder(
                        tuple("#/inners/0", ErrorCode.WRONG_TYPE), tuple("#/inners/1", ErrorCode.WRONG_TYPE),
                        tuple("#/inners/3", ErrorCode.WRONG_TYPE), tuple("#/inners/4/lat", ErrorCode.RANGE));
    }

    @Test
    void null_is_as_good_as_absent() {
        assertThat(bind("{'title': 'x', 'mood': null, 'inner': null, 'inners': null}").findings).isEmpty();
        assertThat(bind("{'title': null}").findings).extracting(ValidationError::code).containsExactly(ErrorCode.REQUIRED);
    }

    @Test
    void slashes_and_tildes_in_a_pointer_are_escaped() {
        assertThat(bind("{'title': 'x', 'a/b~c': 1}").findings).extracting(ValidationError::pointer).containsExactly("#/a~1b~0c");
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> scalars = Arbitraries.of("null", "true", "1", "-1.5", "1e400", "99999999999", "''", "'calm'", "'x'", "[]", "{}",
                "'\\\\u0000'", "[[]]", "[null]", "{'lat':1}", "[{'lat':1}]", "'NaN'");
        Arbitrary<String> names = Arbitraries.of("title", "mood", "inner", "inners", "words", "lat", "count", "", "x", "a/b");
        Arbitrary<String> values = Arbitraries.lazyOf(() -> scalars,
                () -> scalars.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                () -> Arbitraries.maps(names, scalars).ofMaxSize(3).map(RecordBinderTest::object));
        return Arbitraries.maps(names, values).ofMaxSize(5).map(RecordBinderTest::object);
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream().map(member -> "'" + member.getKey() + "':" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Property
    void any_object_is_bound_or_refused_with_places(@ForAll("documents") String json) {
        Outcome outcome = bind(json);
        if (outcome.findings.isEmpty()) {
            assertThat(outcome.thing.title()).isNotBlank();
        } else {
            assertThat(outcome.findings).allSatisfy(error -> {
                assertThat(error.pointer()).startsWith("#");
                assertThat(error.detail()).isNotBlank();
            });
        }
    }
}
