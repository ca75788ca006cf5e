package org.casus.query.condition;

import java.math.BigDecimal;
import org.casus.model.geo.Point;

/** Computes exactly on which side of a line a point lies: in doubles where they suffice, otherwise in {@link BigDecimal}. */
final class Orientation {

    /** The relative error bound of a determinant of doubles (Shewchuk, "Adaptive precision floating-point arithmetic", 1997). */
    private static final double ERROR = (3 + 16 * Math.ulp(1.0) / 2) * Math.ulp(1.0) / 2;

    /** Products below this size may underflow and lose digits, which the error bound does not cover. */
    private static final double SMALL = 1e-250;

    private Orientation() {
    }

    /** Returns a positive number if the point lies left of the line from one point to the other, negative if right, 0 if on it. */
    static int of(Point from, Point to, Point point) {
        double left = (to.lon() - from.lon()) * (point.lat() - from.lat());
        double right = (to.lat() - from.lat()) * (point.lon() - from.lon());
        double determinant = left - right;
        double size = Math.abs(left) + Math.abs(right);
        if (size > SMALL && Math.abs(determinant) > ERROR * size) {
            return determinant > 0 ? 1 : -1;
        }
        return exactly(from, to, point);
    }

    private static int exactly(Point from, Point to, Point point) {
        BigDecimal left = minus(to.lon(), from.lon()).multiply(minus(point.lat(), from.lat()));
        BigDecimal right = minus(to.lat(), from.lat()).multiply(minus(point.lon(), from.lon()));
        return left.compareTo(right);
    }

    private static BigDecimal minus(double one, double other) {
        return new BigDecimal(one).subtract(new BigDecimal(other));
    }

    /** Returns whether a point lies on the line segment between two others, ends included. */
    static boolean isOn(Point from, Point to, Point point) {
        return Math.min(from.lon(), to.lon()) <= point.lon() && point.lon() <= Math.max(from.lon(), to.lon())
                && Math.min(from.lat(), to.lat()) <= point.lat() && point.lat() <= Math.max(from.lat(), to.lat())
                && of(from, to, point) == 0;
    }
}
