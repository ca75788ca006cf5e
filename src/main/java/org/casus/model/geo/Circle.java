package org.casus.model.geo;

/** All that lies within a distance of a point, which is part of it. */
public record Circle(Point center, double km) {

    /** Half the way around the earth, rounded up: nothing lies farther. */
    public static final double MOST_KM = 20038;

    /** More than rounding can be wrong by, in degrees: about a metre. */
    private static final double MARGIN = 1e-5;

    public boolean contains(Point point) {
        return center.kmTo(point) <= km;
    }

    /** An area that holds the whole circle, and little more. */
    public BoundingBox bounds() {
        double angle = Math.min(Math.PI, km / Point.EARTH_KM);
        double degrees = Math.toDegrees(angle) + MARGIN;
        double south = center.lat() - degrees;
        double north = center.lat() + degrees;
        if (south <= -90 || north >= 90) {
            return BoundingBox.wrapped(-180, south, 180, north);
        }
        double aside = Math.toDegrees(Math.asin(
                Math.min(1, Math.sin(angle) / Math.cos(Math.toRadians(center.lat()))))) + MARGIN;
        return BoundingBox.wrapped(center.lon() - aside, south, center.lon() + aside, north);
    }
}
