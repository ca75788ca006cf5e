package org.casus.model.geo;

/** A point on the earth in degrees (WGS 84). */
public record Point(double lat, double lon) {

    /** The mean radius of the earth in km, as defined by the IUGG. */
    static final double EARTH_KM = 6371.0088;

    /** Replaces negative zero by zero, so that points with numerically equal coordinates are equal. */
    public Point {
        lat += 0.0;
        lon += 0.0;
    }

    /** Returns the great-circle distance in km on a sphere, by the haversine formula. */
    public double kmTo(Point other) {
        double northward = Math.sin(Math.toRadians(other.lat - lat) / 2);
        double eastward = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double haversine = northward * northward
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * eastward * eastward;
        return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }
}
