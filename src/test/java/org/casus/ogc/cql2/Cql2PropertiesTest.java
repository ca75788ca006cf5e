package org.casus.ogc.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;
import org.casus.ogc.cql2.Expression.At;
import org.casus.query.condition.Geometry;

class Cql2PropertiesTest {

    private static final At AT = new At(0);

    @Property
    void what_is_written_as_text_is_read_as_the_same(@ForAll("conditions") Expression expression) {
        assertThat(Cql2TextParser.parse(Cql2Writer.text(expression))).isEqualTo(expression);
    }

    @Property
    void what_is_written_as_json_is_read_as_the_same(@ForAll("conditions") Expression expression) {
        assertThat(Cql2JsonParser.parse(Cql2Writer.json(expression))).isEqualTo(expression);
    }

    @Property
    void whatever_is_sent_is_a_condition_or_a_problem_that_says_where(@ForAll("nearly") String filter) {
        for (Cql2Encoding language : Cql2Encoding.values()) {
            try {
                assertThat(language.parse("filter", filter, ResourceKind.EVENT)).isNotNull();
            } catch (Problem e) {
                assertThat(e.type().status()).isEqualTo(400);
                assertThat(e.getMessage()).matches("(?s)'filter' at character [0-9]+: .*»(?s:.*)");
            }
        }
    }

    /** Filters from which something was cut out, and pieces of filters in any order. */
    @Provide
    Arbitrary<String> nearly() {
        Arbitrary<String> whole = Arbitraries.oneOf(conditions().map(Cql2Writer::text), conditions().map(Cql2Writer::json));
        Arbitrary<String> cut = Combinators.combine(whole, Arbitraries.integers().between(0, 200), Arbitraries.integers().between(0, 9))
                .as((text, from, length) -> text.substring(0, Math.min(from, text.length()))
                        + text.substring(Math.min(text.length(), from + length)));
        Arbitrary<String> pieces = Arbitraries.of("title", "'a'", "=", "(", ")", ",", "AND", "NOT", "IN", "LIKE", "BETWEEN", "IS NULL",
                "3", "-", "earliest", "INTERVAL", "DATE", "POINT", "BBOX", "CASEI", "T_AFTER", "S_INTERSECTS", "geometry", "\"", "[", "{",
                "\"op\"", ":", "}", "]", "\u0000", "😀").list().ofMaxSize(12).map(list -> String.join(" ", list));
        return Arbitraries.oneOf(cut, pieces, Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<Expression> conditions() {
        return Arbitraries.lazyOf(this::leaves, this::leaves, this::logical);
    }

    private Arbitrary<Expression> logical() {
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Operator.AND, Operator.OR), conditions().list().ofMinSize(2).ofMaxSize(3))
                        .as((operator, operands) -> call(operator, operands)),
                conditions().map(condition -> call(Operator.NOT, List.of(condition))));
    }

    private Arbitrary<Expression> leaves() {
        Arbitrary<Expression> comparison = Combinators.combine(
                Arbitraries.of(Operator.EQUAL, Operator.UNEQUAL, Operator.LESS, Operator.GREATER, Operator.AT_MOST, Operator.AT_LEAST), subjects(), values())
                .as((operator, left, right) -> call(operator, List.of(left, right)));
        return Arbitraries.oneOf(comparison,
                Arbitraries.of(true, false).map(value -> new Expression.Truth(AT, value)),
                subjects().map(subject -> call(Operator.IS_NULL, List.of(subject))),
                Combinators.combine(subjects(), texts()).as((left, right) -> call(Operator.LIKE, List.of(left, right))),
                Combinators.combine(subjects(), values(), values()).as((of, one, other) -> call(Operator.BETWEEN, List.of(of, one, other))),
                Combinators.combine(subjects(), values().list().ofMinSize(1).ofMaxSize(3))
                        .as((of, list) -> call(Operator.IN, List.of(of, new Expression.Values(AT, list)))),
                Combinators.combine(functions(Operator.Form.SPATIAL), shapes(), names()).as((operator, shape, name) -> call(operator, List.of(name, shape))),
                Combinators.combine(functions(Operator.Form.TEMPORAL), times(), times()).as((operator, one, other) -> call(operator, List.of(one, other))));
    }

    private static Arbitrary<Operator> functions(Operator.Form form) {
        return Arbitraries.of(Arrays.stream(Operator.values()).filter(operator -> operator.form() == form).toList());
    }

    private static Expression call(Operator operator, List<Expression> operands) {
        return new Expression.Call(AT, operator, operands);
    }

    private Arbitrary<Expression> names() {
        return Arbitraries.of("title", "eo:cloud_cover", "the \"very\" name", "NOT", "Ελλάδα").map(name -> new Expression.Named(AT, name));
    }

    private Arbitrary<Expression> subjects() {
        return Arbitraries.oneOf(names(), names().map(name -> call(Operator.CASEI, List.of(name))),
                names().map(name -> call(Operator.ACCENTI, List.of(call(Operator.CASEI, List.of(name))))));
    }

    private Arbitrary<Expression> texts() {
        return Arbitraries.strings().withChars('a', 'Z', ' ', '%', '_', '\'', '"', 'ł', 'Ο', '.').ofMaxLength(8).map(text -> new Expression.Text(AT, text));
    }

    private Arbitrary<Expression> values() {
        return Arbitraries.oneOf(texts(), days(), moments(), Arbitraries.bigDecimals().between(new BigDecimal("-1e9"), new BigDecimal("1e9"))
                .ofScale(3).map(number -> new Expression.Numeral(AT, number)));
    }

    private Arbitrary<Expression> days() {
        return Arbitraries.integers().between(0, 30_000).map(day -> new Expression.Day(AT, LocalDate.ofEpochDay(day)));
    }

    private Arbitrary<Expression> moments() {
        return Arbitraries.longs().between(0, 2_000_000_000_000L).map(millis -> new Expression.Moment(AT, Instant.ofEpochMilli(millis)));
    }

    private Arbitrary<Expression> times() {
        Arbitrary<Expression> ends = Arbitraries.oneOf(days(), moments(), names());
        return Arbitraries.oneOf(days(), moments(), names(),
                Combinators.combine(ends, ends).as((start, end) -> new Expression.Interval(AT, start, end)),
                ends.map(start -> new Expression.Interval(AT, start, new Expression.Open(AT))));
    }

    private Arbitrary<Expression> shapes() {
        return Arbitraries.oneOf(geometries(), boxes(), geometries().list().ofMinSize(1).ofMaxSize(2).map(Geometry.Several::new))
                .map(geometry -> new Expression.Shape(AT, geometry));
    }

    private Arbitrary<Point> points() {
        return Combinators.combine(Arbitraries.doubles().between(-90, 90), Arbitraries.doubles().between(-180, 180)).as(Point::new);
    }

    private Arbitrary<Geometry> boxes() {
        return Combinators.combine(points(), points()).as((one, other) -> new Geometry.Rectangle(new BoundingBox(
                one.lon(), Math.min(one.lat(), other.lat()), other.lon(), Math.max(one.lat(), other.lat()))));
    }

    private Arbitrary<Geometry> geometries() {
        Arbitrary<Geometry.Path> lines = points().list().ofMinSize(2).ofMaxSize(4).map(Geometry.Path::new);
        Arbitrary<Geometry.Path> rings = points().list().ofMinSize(3).ofMaxSize(4).map(corners ->
                new Geometry.Path(Stream.concat(corners.stream(), Stream.of(corners.get(0))).toList()));
        Arbitrary<Geometry.Face> faces = rings.list().ofMinSize(1).ofMaxSize(2).map(Geometry.Face::new);
        return Arbitraries.oneOf(
                points().list().ofMinSize(1).ofMaxSize(3).map(Geometry.Dots::new),
                lines.list().ofMinSize(1).ofMaxSize(2).map(Geometry.Lines::new),
                faces.list().ofMinSize(1).ofMaxSize(2).map(Geometry.Faces::new));
    }
}
