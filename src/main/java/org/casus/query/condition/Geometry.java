package org.casus.query.condition;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;

/**
 * A shape on the plane of longitudes and latitudes (WGS 84, degrees), of which one can ask where a point lies. Exact: edges are
 * straight lines between their ends as they were written, and what lies on one lies on it. Points on the antimeridian lie in the
 * east as much as in the west.
 */
public sealed interface Geometry {

    /** The part of a geometry that a point lies in (OGC 06-103r4, section 6.1.15). */
    enum Part {
        INTERIOR, BOUNDARY, EXTERIOR
    }

    /** Where a point of the plane lies, as it stands. */
    Part partOn(Point point);

    /** Every corner. */
    List<Point> points();

    /** Where a point lies. */
    default Part partAt(Point point) {
        Part part = partOn(point);
        if (part == Part.INTERIOR || Math.abs(point.lon()) != 180) {
            return part;
        }
        Part other = partOn(new Point(point.lat(), -point.lon()));
        return part.compareTo(other) <= 0 ? part : other;
    }

    /** A rectangle that holds it; empty where it has no points. */
    default Optional<BoundingBox> bounds() {
        return boundsOf(points(), 0);
    }

    private static Optional<BoundingBox> boundsOf(List<Point> points, double margin) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        DoubleSummaryStatistics lons = points.stream().mapToDouble(Point::lon).summaryStatistics();
        DoubleSummaryStatistics lats = points.stream().mapToDouble(Point::lat).summaryStatistics();
        return Optional.of(BoundingBox.wrapped(lons.getMin() - margin, lats.getMin(), lons.getMax() + margin, lats.getMax()));
    }

    /** A box, which may cross the antimeridian. */
    record Rectangle(BoundingBox area) implements Geometry {

        @Override
        public Part partOn(Point point) {
            if (!area.contains(point)) {
                return Part.EXTERIOR;
            }
            if (area.south() == area.north() || area.west() == area.east()) {
                return flat(point);
            }
            boolean between = area.south() < point.lat() && point.lat() < area.north();
            return between && between(point.lon()) ? Part.INTERIOR : Part.BOUNDARY;
        }

        /** Whether a longitude lies between the sides and on none; one side on the antimeridian does not cross it. */
        private boolean between(double lon) {
            double west = area.west() == 180 ? -180 : area.west();
            double east = area.east() == -180 ? 180 : area.east();
            return west > east ? lon > west || lon < east : west < lon && lon < east;
        }

        /** A box without height or width is a line, or a point. */
        private Part flat(Point point) {
            if (area.south() == area.north() && area.west() == area.east()) {
                return Part.INTERIOR;
            }
            boolean end = area.west() == area.east()
                    ? point.lat() == area.south() || point.lat() == area.north()
                    : point.lon() == area.west() || point.lon() == area.east();
            return end ? Part.BOUNDARY : Part.INTERIOR;
        }

        @Override
        public List<Point> points() {
            return List.of(new Point(area.south(), area.west()), new Point(area.north(), area.east()));
        }

        @Override
        public Optional<BoundingBox> bounds() {
            return Optional.of(area);
        }
    }

    /** Points. They have no boundary. */
    record Dots(List<Point> points) implements Geometry {
        public Dots {
            points = List.copyOf(points);
        }

        @Override
        public Part partOn(Point point) {
            return points.contains(point) ? Part.INTERIOR : Part.EXTERIOR;
        }
    }

    /** Lines. An end in which an odd number of them end is boundary. */
    record Lines(List<Path> paths) implements Geometry {
        public Lines {
            paths = List.copyOf(paths);
        }

        @Override
        public Part partOn(Point point) {
            if (paths.stream().noneMatch(path -> path.touches(point))) {
                return Part.EXTERIOR;
            }
            long ends = paths.stream().mapToLong(path -> path.endsIn(point)).sum();
            return ends % 2 == 1 ? Part.BOUNDARY : Part.INTERIOR;
        }

        @Override
        public List<Point> points() {
            return paths.stream().flatMap(path -> path.points().stream()).toList();
        }
    }

    /** Polygons. */
    record Faces(List<Face> faces) implements Geometry {
        public Faces {
            faces = List.copyOf(faces);
        }

        @Override
        public Part partOn(Point point) {
            Part part = Part.EXTERIOR;
            for (Face face : faces) {
                Part of = face.partOn(point);
                part = of.compareTo(part) < 0 ? of : part;
            }
            return part;
        }

        @Override
        public List<Point> points() {
            return faces.stream().flatMap(face -> face.rings().get(0).points().stream()).toList();
        }
    }

    /**
     * A geometry as it is drawn on a map that goes on beyond the antimeridian. Edges are as exact there as doubles are.
     *
     * @param turns how often the way from the earth to a part of the drawing leads around the world, to the east
     */
    record Repeated(Geometry geometry, List<Integer> turns) implements Geometry {

        private static final int WORLD = 360;
        private static final int EDGE = 180;
        /** Degrees, a tenth of a millimetre: more than a longitude loses when it is turned around the world. */
        private static final double ROUNDING = 1e-9;

        public Repeated {
            turns = List.copyOf(turns);
        }

        @Override
        public Part partOn(Point point) {
            return turns.stream().map(turn -> geometry.partOn(new Point(point.lat(), point.lon() + turn * WORLD)))
                    .min(Part::compareTo).orElse(Part.EXTERIOR);
        }

        @Override
        public List<Point> points() {
            return geometry.points();
        }

        /** Holds what rounding puts on the other side of an edge, too. */
        @Override
        public Optional<BoundingBox> bounds() {
            return boundsOf(points(), ROUNDING);
        }
    }

    /** The same where it lies from -180 to 180, else what all of its drawing shows of the earth. */
    static Geometry onEarth(Geometry drawn) {
        DoubleSummaryStatistics longitudes = drawn.points().stream().mapToDouble(Point::lon).summaryStatistics();
        if (drawn instanceof Rectangle || longitudes.getCount() == 0
                || longitudes.getMin() >= -Repeated.EDGE && longitudes.getMax() <= Repeated.EDGE) {
            return drawn;
        }
        int first = (int) Math.ceil((longitudes.getMin() - Repeated.EDGE) / Repeated.WORLD);
        int last = (int) Math.floor((longitudes.getMax() + Repeated.EDGE) / Repeated.WORLD);
        return new Repeated(drawn, IntStream.rangeClosed(first, last).boxed().toList());
    }

    /** Several geometries as one. */
    record Several(List<Geometry> geometries) implements Geometry {
        public Several {
            geometries = List.copyOf(geometries);
        }

        @Override
        public Part partOn(Point point) {
            return geometries.stream().map(geometry -> geometry.partOn(point)).min(Part::compareTo).orElse(Part.EXTERIOR);
        }

        @Override
        public List<Point> points() {
            List<Point> points = new ArrayList<>();
            geometries.forEach(geometry -> points.addAll(geometry.points()));
            return points;
        }
    }

    /** Straight lines from point to point. */
    record Path(List<Point> points) {
        public Path {
            points = List.copyOf(points);
        }

        boolean isClosed() {
            return points.get(0).equals(points.get(points.size() - 1));
        }

        int endsIn(Point point) {
            if (isClosed()) {
                return 0;
            }
            return (points.get(0).equals(point) ? 1 : 0) + (points.get(points.size() - 1).equals(point) ? 1 : 0);
        }

        boolean touches(Point point) {
            for (int i = 1; i < points.size(); i++) {
                if (Orientation.isOn(points.get(i - 1), points.get(i), point)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A polygon: rings, the first of them around the others, which are holes. Inside is what an odd number of crossings leads to. */
    record Face(List<Path> rings) {
        public Face {
            rings = List.copyOf(rings);
        }

        Part partOn(Point point) {
            boolean inside = false;
            for (Path ring : rings) {
                if (ring.touches(point)) {
                    return Part.BOUNDARY;
                }
                inside ^= crossings(ring, point) % 2 == 1;
            }
            return inside ? Part.INTERIOR : Part.EXTERIOR;
        }

        /** How many edges a ray to the east crosses; an edge holds its lower end and not its upper. */
        private static int crossings(Path ring, Point point) {
            int crossings = 0;
            for (int i = 1; i < ring.points().size(); i++) {
                Point from = ring.points().get(i - 1);
                Point to = ring.points().get(i);
                if (from.lat() <= point.lat() != to.lat() <= point.lat()) {
                    int side = Orientation.of(from, to, point);
                    crossings += side > 0 == to.lat() > from.lat() ? 1 : 0;
                }
            }
            return crossings;
        }
    }
}
