package org.casus.model.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** A rectangle in degrees, including its edges. West is greater than east if it crosses the antimeridian. */
public record BoundingBox(double west, double south, double east, double north) {

    private static final String RULE = "longitudes run from -180 to 180, latitudes from -90 to 90, and south is not above north";
    private static final int WORLD = 360;
    private static final int EDGE = 180;
    private static final int POLE = 90;
    private static final Span ANTIMERIDIAN_EAST = new Span(180, 180);
    private static final Span ANTIMERIDIAN_WEST = new Span(-180, -180);

    /**
     * Creates a rectangle from its sides.
     *
     * @throws IllegalArgumentException if a side is out of range, or south is above north
     */
    public BoundingBox {
        if (!(Math.abs(west) <= EDGE && Math.abs(east) <= EDGE && south >= -POLE && north <= POLE && south <= north)) {
            throw new IllegalArgumentException(RULE);
        }
        west += 0.0;
        south += 0.0;
        east += 0.0;
        north += 0.0;
    }

    /** A range of longitudes from west to east, both inclusive. West is at most east. */
    public record Span(double west, double east) {
    }

    /**
     * Returns the rectangle that a map view shows. A user may have panned the map around the world, so longitudes beyond the antimeridian
     * are wrapped, and a width of 360 degrees or more is the whole world. Latitudes are cut off at the poles.
     *
     * @throws IllegalArgumentException with the reason, if these are not the sides of a rectangle, or all of it lies beyond a pole
     */
    public static BoundingBox wrapped(double west, double south, double east, double north) {
        if (!DoubleStream.of(west, south, east, north).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("not all of its sides are finite numbers; a map that has no view yet has none to ask for");
        }
        if (south > north) {
            throw new IllegalArgumentException("its south is above its north");
        }
        if (south > POLE || north < -POLE) {
            throw new IllegalArgumentException("all of it lies beyond a pole: latitudes run from -90 to 90");
        }
        boolean everyLongitude = east - west >= WORLD;
        return new BoundingBox(
                everyLongitude ? -EDGE : normalized(west), Math.max(-POLE, south),
                everyLongitude ? EDGE : normalized(east), Math.min(POLE, north));
    }

    /** Returns the longitude of the same meridian from -180 to 180, without rounding. */
    public static double normalized(double lon) {
        return Math.IEEEremainder(lon, WORLD);
    }

    /**
     * Returns the longitudes of this rectangle as ranges that do not cross the antimeridian. 180 and -180 are the same meridian, so the
     * ranges contain either both or neither.
     */
    public List<Span> longitudes() {
        List<Span> spans = new ArrayList<>();
        if (west > east) {
            spans.add(new Span(west, 180));
            spans.add(new Span(-180, east));
            return spans;
        }
        spans.add(new Span(west, east));
        if (east == 180 && west > -180) {
            spans.add(ANTIMERIDIAN_WEST);
        }
        if (west == -180 && east < 180) {
            spans.add(ANTIMERIDIAN_EAST);
        }
        return spans;
    }

    public boolean contains(Point point) {
        return south <= point.lat() && point.lat() <= north && longitudes().stream()
                .anyMatch(span -> span.west <= point.lon() && point.lon() <= span.east);
    }
}
