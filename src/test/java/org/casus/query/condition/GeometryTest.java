package org.casus.query.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;
import org.casus.query.condition.Geometry.Part;
import org.junit.jupiter.api.Test;

class GeometryTest {

    private static Point at(double lon, double lat) {
        return new Point(lat, lon);
    }

    private static Geometry.Path path(double... numbers) {
        return new Geometry.Path(IntStream.range(0, numbers.length / 2)
                .mapToObj(i -> at(numbers[2 * i], numbers[2 * i + 1])).toList());
    }

    /** 0.1 and 0.2 and 0.3 are none of them what they look like: doubles alone would say that the point is on the line. */
    @Test
    void a_point_lies_where_its_digits_put_it_and_not_where_rounding_does() {
        Point from = at(0, 0);
        Point to = at(0.1, 0.3);
        assertThat(Orientation.of(from, to, at(0.2, 0.6))).as("twice the same numbers, exactly").isZero();
        assertThat(Orientation.of(from, to, at(0.3, 0.9))).as("0.3 is no three times 0.1").isNotZero();
        assertThat(Orientation.of(from, at(1e-300, 1e-300), at(1, Math.nextUp(1.0)))).isPositive();
        assertThat(Orientation.of(from, at(1e-300, 1e-300), at(1, Math.nextDown(1.0)))).isNegative();
        assertThat(Orientation.of(from, at(1e-300, 1e-300), at(1, 1))).isZero();
    }

    @Property
    void a_corner_is_on_the_boundary_and_a_middle_of_whole_numbers_too(@ForAll @IntRange(min = -80, max = 80) int x,
            @ForAll @IntRange(min = -80, max = 80) int y) {
        Geometry triangle = new Geometry.Faces(List.of(new Geometry.Face(List.of(path(90, 89, x, y, -90, 89, 90, 89)))));
        assertThat(triangle.partAt(at(x, y))).isEqualTo(Part.BOUNDARY);
        assertThat(triangle.partAt(at((90 + x) / 2.0, (89 + y) / 2.0))).isEqualTo(Part.BOUNDARY);
        assertThat(triangle.partAt(at(0, 89))).isEqualTo(Part.BOUNDARY);
        assertThat(triangle.partAt(at(0, Math.nextUp(89.0)))).isEqualTo(Part.EXTERIOR);
    }

    @Property
    void a_box_is_the_polygon_of_its_corners(@ForAll @DoubleRange(min = -179, max = 179) double lon,
            @ForAll @DoubleRange(min = -90, max = 90) double lat) {
        Geometry box = new Geometry.Rectangle(new BoundingBox(-100, -50, 120, 60));
        Geometry polygon = new Geometry.Faces(List.of(new Geometry.Face(List.of(
                path(-100, -50, 120, -50, 120, 60, -100, 60, -100, -50)))));
        for (Point point : List.of(at(lon, lat), at(-100, lat), at(lon, 60), at(120, 60))) {
            assertThat(box.partAt(point)).as("%s", point).isEqualTo(polygon.partAt(point));
        }
    }

    @Test
    void a_hole_is_outside_and_its_edge_is_boundary() {
        Geometry ring = new Geometry.Faces(List.of(new Geometry.Face(List.of(
                path(0, 0, 10, 0, 10, 10, 0, 10, 0, 0), path(4, 4, 6, 4, 6, 6, 4, 6, 4, 4)))));
        assertThat(ring.partAt(at(5, 5))).isEqualTo(Part.EXTERIOR);
        assertThat(ring.partAt(at(4, 5))).isEqualTo(Part.BOUNDARY);
        assertThat(ring.partAt(at(2, 4))).as("level with corners").isEqualTo(Part.INTERIOR);
    }

    @Test
    void the_antimeridian_is_in_the_east_as_much_as_in_the_west() {
        Geometry east = new Geometry.Faces(List.of(new Geometry.Face(List.of(path(170, 0, 180, 0, 180, 10, 170, 10, 170, 0)))));
        assertThat(east.partAt(at(-180, 5))).isEqualTo(Part.BOUNDARY);
        Geometry across = new Geometry.Rectangle(new BoundingBox(170, 0, -170, 10));
        assertThat(across.partAt(at(180, 5))).isEqualTo(Part.INTERIOR);
        assertThat(across.partAt(at(-180, 5))).isEqualTo(Part.INTERIOR);
        assertThat(across.partAt(at(-170, 5))).isEqualTo(Part.BOUNDARY);
        assertThat(across.partAt(at(0, 5))).isEqualTo(Part.EXTERIOR);
    }

    @Test
    void what_is_drawn_beyond_the_antimeridian_goes_on_around_the_world() {
        Geometry drawn = Geometry.onEarth(new Geometry.Faces(List.of(new Geometry.Face(List.of(
                path(170, 0, 190, 0, 190, 10, 170, 10, 170, 0))))));
        assertThat(drawn.partAt(at(175, 5))).isEqualTo(Part.INTERIOR);
        assertThat(drawn.partAt(at(180, 5))).isEqualTo(Part.INTERIOR);
        assertThat(drawn.partAt(at(-180, 5))).isEqualTo(Part.INTERIOR);
        assertThat(drawn.partAt(at(-175, 5))).isEqualTo(Part.INTERIOR);
        assertThat(drawn.partAt(at(-170, 5))).isEqualTo(Part.BOUNDARY);
        assertThat(drawn.partAt(at(-169, 5))).isEqualTo(Part.EXTERIOR);
        BoundingBox bounds = drawn.bounds().orElseThrow();
        assertThat(bounds.west()).isCloseTo(170, within(1e-8));
        assertThat(bounds.east()).isCloseTo(-170, within(1e-8));
        assertThat(Geometry.onEarth(new Geometry.Dots(List.of(at(374, 50)))).partAt(at(14, 50))).isEqualTo(Part.INTERIOR);
        Geometry worlds = Geometry.onEarth(new Geometry.Lines(List.of(path(-900, 5, 900, 5))));
        assertThat(worlds.partAt(at(0, 5))).isEqualTo(Part.INTERIOR);
        assertThat(worlds.bounds()).contains(new BoundingBox(-180, 5, 180, 5));
    }

    @Test
    void the_ends_of_lines_are_boundary_unless_two_meet() {
        Geometry one = new Geometry.Lines(List.of(path(0, 0, 1, 1, 2, 2)));
        assertThat(one.partAt(at(0, 0))).isEqualTo(Part.BOUNDARY);
        assertThat(one.partAt(at(1, 1))).isEqualTo(Part.INTERIOR);
        Geometry two = new Geometry.Lines(List.of(path(0, 0, 1, 1), path(1, 1, 2, 0)));
        assertThat(two.partAt(at(1, 1))).isEqualTo(Part.INTERIOR);
        Geometry closed = new Geometry.Lines(List.of(path(0, 0, 1, 1, 2, 0, 0, 0)));
        assertThat(closed.partAt(at(0, 0))).isEqualTo(Part.INTERIOR);
    }

    @Property
    void bounds_hold_every_point_that_is_not_outside(@ForAll @IntRange(min = -1800, max = 1800) int tenths,
            @ForAll @IntRange(min = -3, max = 3) int turns) {
        double drawn = (tenths + 3600 * turns) / 10.0;
        Geometry meridian = Geometry.onEarth(new Geometry.Lines(List.of(path(drawn, -10, drawn, 10))));
        Point point = at(tenths / 10.0, 0);
        assertThat(meridian.partAt(point) == Part.EXTERIOR || meridian.bounds().orElseThrow().contains(point)).isTrue();
    }
}
