package org.casus.model.geo;

/** The area within a distance in km of a point, including its edge. */
public record Circle(Point center, double km) {

    /** Half the circumference of the earth in km, rounded up: no two points are farther apart. */
    public static final double MOST_KM = 20038;

    /** A margin in degrees that exceeds any rounding error: about one metre. */
    private static final double MARGIN = 1e-5;

    public boolean contains(Point point) {
        return center.kmTo(point) <= km;
    }

    /** Returns a rectangle that contains the whole circle and is little larger. */
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
