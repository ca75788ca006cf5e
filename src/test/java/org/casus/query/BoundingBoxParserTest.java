package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.casus.http.QueryParameters;
import org.casus.http.problem.Problem;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundingBoxParserTest {

    private static BoundingBox read(String bbox) {
        return BoundingBoxParser.area(new QueryParameters(Map.of("bbox", List.of(bbox)), Set.of("bbox"))).orElseThrow();
    }

    /** Quarters of degrees, so that adding whole turns rounds nothing. */
    @Provide
    Arbitrary<Double> longitudes() {
        return Arbitraries.integers().between(-4320, 4320).map(quarters -> quarters / 4.0);
    }

    @Property
    void a_box_holds_the_points_that_the_map_shows_at_any_turn_around_the_world(@ForAll("longitudes") double west,
            @ForAll @IntRange(max = 1600) int quartersWide, @ForAll("longitudes") double anywhere) {
        double east = west + quartersWide / 4.0;
        BoundingBox box = BoundingBox.wrapped(west, -10, east, 10);
        for (double lon : List.of(anywhere, west, east, west - 0.25, east + 0.25)) {
            double onEarth = BoundingBox.normalized(lon);
            boolean shown = IntStream.rangeClosed(-10, 10).mapToDouble(turn -> onEarth + 360 * turn)
                    .anyMatch(copy -> west <= copy && copy <= east);
            assertThat(box.contains(new Point(0, onEarth))).as("%s in %s to %s", lon, west, east).isEqualTo(shown);
            if (Math.abs(onEarth) == 180) {
                assertThat(box.contains(new Point(0, -onEarth))).as("%s in %s to %s", -onEarth, west, east).isEqualTo(shown);
            }
        }
    }

    @Property
    void a_box_on_the_earth_stays_as_it_is(@ForAll @DoubleRange(min = -180, max = 180) double west,
            @ForAll @DoubleRange(min = -180, max = 180) double east, @ForAll @DoubleRange(min = -90, max = 0) double south,
            @ForAll @DoubleRange(min = 0, max = 90) double north) {
        assertThat(BoundingBox.wrapped(west, south, east, north)).isEqualTo(new BoundingBox(west, south, east, north));
    }

    @Property
    void whole_turns_change_nothing(@ForAll("longitudes") double west, @ForAll("longitudes") double east,
            @ForAll @IntRange(min = -5, max = 5) int turns) {
        assertThat(BoundingBox.wrapped(west + 360 * turns, -1, east + 360 * turns, 1).longitudes())
                .containsExactlyInAnyOrderElementsOf(BoundingBox.wrapped(west, -1, east, 1).longitudes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -200,-100,200,100                                | -180,-90,180,90
            170,-85.06,550,85.06                             | -180,-85.06,180,85.06
            -180.0000000001,-90.0000000001,180.0000000001,90 | -180,-90,180,90
            -190,0,-170,1                                    | 170,0,-170,1
            350,0,370,1                                      | -10,0,10,1
            170,0,190,1                                      | 170,0,-170,1
            180,0,200,1                                      | 180,0,-160,1
            -1.7e308,-1.7e308,1.7e308,1.7e308                | -180,-90,180,90
            530,0,0,550,1,9                                  | 170,0,-170,1
            +1e0,-.5,2.,1.5E-1                               | 1,-0.5,2,0.15
            """)
    void a_map_may_show_more_than_the_earth(String bbox, String area) {
        assertThat(read(bbox)).isEqualTo(read(area));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -Infinity,-Infinity,Infinity,Infinity | finite
            -inf,-inf,inf,inf                     | finite
            NaN,0,1,1                             | finite
            0,0,1e999,1                           | finite
            0,90.1,1,91                           | beyond a pole
            0,-91,1,-90.1                         | beyond a pole
            0,10,1,-10                            | south is above its north
            0,0,5,1,1,4                           | lower height
            1,2,3                                 | is no box
            a,b,c,d                               | is no box
            """)
    void what_is_no_box_is_told_why(String bbox, String why) {
        assertThatThrownBy(() -> read(bbox)).isInstanceOf(Problem.class).hasMessageContaining(why).hasMessageContaining("12.09,48.55");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-180, -0.1, 0, 179.9, 180})
    void a_longitude_on_the_earth_is_its_own_name(double lon) {
        assertThat(BoundingBox.normalized(lon)).isEqualTo(lon);
    }

    @Test
    void almost_all_longitudes_are_no_point() {
        BoundingBox box = BoundingBox.wrapped(-190, 0, Math.nextDown(170), 1);
        assertThat(box.contains(new Point(0, 0))).isTrue();
        assertThat(box.contains(new Point(0, 179))).isTrue();
    }
}
