package org.casus.model.geo;

/** A point on the earth in degrees (WGS 84). */
public record Point(double lat, double lon) {

    /** The mean radius of the earth in km, as the IUGG defines it. */
    static final double EARTH_KM = 6371.0088;

    /** Zero has one sign, so that points compare as their numbers do. */
    public Point {
        lat += 0.0;
        lon += 0.0;
    }

    /** The distance on a sphere in km, along a great circle. */
    public double kmTo(Point other) {
        double northward = Math.sin(Math.toRadians(other.lat - lat) / 2);
        double eastward = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double haversine = northward * northward
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * eastward * eastward;
        return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }
}
