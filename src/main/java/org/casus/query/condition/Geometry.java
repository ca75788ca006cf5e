package org.casus.query.condition;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;

/**
 * A shape on the plane of longitudes and latitudes (WGS 84, degrees) that can locate a point in one of its parts. The test is
 * exact: edges are straight lines between their ends as written, and no tolerance decides whether a point lies on an edge.
 * Points on the antimeridian lie both at 180 and at -180.
 */
public sealed interface Geometry {

    /** The part of a geometry that a point lies in (OGC 06-103r4, section 6.1.15). */
    enum Part {
        INTERIOR, BOUNDARY, EXTERIOR
    }

    /** Returns the part in which a point of the plane lies, without regard to the antimeridian. */
    Part partOn(Point point);

    /** Returns all corners. */
    List<Point> points();

    /** Returns the part in which a point lies. A point on the antimeridian is tested on both sides. */
    default Part partAt(Point point) {
        Part part = partOn(point);
        if (part == Part.INTERIOR || Math.abs(point.lon()) != 180) {
            return part;
        }
        Part other = partOn(new Point(point.lat(), -point.lon()));
        return part.compareTo(other) <= 0 ? part : other;
    }

    /** Returns a bounding box of the shape; empty if it has no points. */
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

        /** Returns whether a longitude lies strictly between the sides. A box with a side on the antimeridian does not cross it. */
        private boolean between(double lon) {
            double west = area.west() == 180 ? -180 : area.west();
            double east = area.east() == -180 ? 180 : area.east();
            return west > east ? lon > west || lon < east : west < lon && lon < east;
        }

        /** Returns the part for a box without height or width, which is a line or a point. */
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

    /** Points, which have no boundary. */
    record Dots(List<Point> points) implements Geometry {
        public Dots {
            points = List.copyOf(points);
        }

        @Override
        public Part partOn(Point point) {
            return points.contains(point) ? Part.INTERIOR : Part.EXTERIOR;
        }
    }

    /** Lines. A point at which an odd number of lines end belongs to the boundary. */
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
     * A geometry drawn on a map that continues beyond the antimeridian. Its edges there are only as exact as doubles are.
     *
     * @param turns how many times 360 degrees are added to a longitude on earth to reach the parts of the drawing
     */
    record Repeated(Geometry geometry, List<Integer> turns) implements Geometry {

        private static final int WORLD = 360;
        private static final int EDGE = 180;
        /** Degrees, about a tenth of a millimetre: more than the rounding error of a longitude shifted by whole turns. */
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

        /** Returns a box with a margin for points that rounding puts on the other side of an edge. */
        @Override
        public Optional<BoundingBox> bounds() {
            return boundsOf(points(), ROUNDING);
        }
    }

    /** Returns the geometry itself if its longitudes lie from -180 to 180, otherwise a {@link Repeated} that covers the whole drawing. */
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

    /** A collection of geometries, treated as one. */
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

    /** A path of straight lines from point to point. */
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

    /** A polygon: an outer ring, followed by the rings of its holes. The even-odd rule decides what is inside. */
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

        /** Returns how many edges a ray to the east crosses. An edge includes its lower end but not its upper end. */
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
