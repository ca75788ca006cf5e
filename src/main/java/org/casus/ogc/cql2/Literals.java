package org.casus.ogc.cql2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casus.http.json.CleanText;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Point;
import org.casus.ogc.cql2.Expression.At;
import org.casus.ogc.cql2.Expression.Day;
import org.casus.ogc.cql2.Expression.Interval;
import org.casus.ogc.cql2.Expression.Moment;
import org.casus.ogc.cql2.Expression.Open;
import org.casus.query.condition.Geometry;

/** Creates and checks the values that CQL2 text and CQL2 JSON share: numbers, times and geometries. */
final class Literals {

    /** The maximum number of digits before the decimal point; no real value has as many. */
    private static final int MOST_EXPONENT = 400;
    /** The maximum longitude in degrees: ten times around the world. No map client pans farther. */
    private static final int FARTHEST = 3600;

    private Literals() {
    }

    static BigDecimal number(String text, At at) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.precision() - number.scale()) <= MOST_EXPONENT) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the exponent is out of range
        }
        throw new Cql2Exception(at, "this number is too far from 1 to be compared with anything");
    }

    static Day day(String text, At at) {
        return Rfc3339.day(text).map(day -> new Day(at, LocalDate.parse(text))).orElseThrow(() -> new Cql2Exception(at, "'"
                + CleanText.shown(text) + "' is no day; a day is written as 2023-07-19"));
    }

    static Moment moment(String text, At at) {
        return Rfc3339.moment(text).map(moment -> new Moment(at, moment)).orElseThrow(() -> new Cql2Exception(at, "'"
                + CleanText.shown(text) + "' is no moment; a moment is written as 2023-07-19T12:00:00Z"));
    }

    /** Parses an end of an interval: a day, an instant, or {@code ..}. */
    static Expression end(String text, At at) {
        if (text.equals("..")) {
            return new Open(at);
        }
        if (Rfc3339.day(text).isPresent()) {
            return day(text, at);
        }
        return Rfc3339.moment(text).<Expression>map(moment -> new Moment(at, moment)).orElseThrow(() -> new Cql2Exception(at, "'"
                + CleanText.shown(text) + "' is no end of an interval; one is a day (2023-07-19), a moment (2023-07-19T12:00:00Z),"
                + " '..' where it is open, or a property"));
    }

    static Interval interval(Expression start, Expression end, At at) {
        if (start instanceof Open && end instanceof Open) {
            throw new Cql2Exception(at, "an interval has an end at least on one side");
        }
        return new Interval(at, start, end);
    }

    /** Returns the point with the given longitude and latitude. A third number is a height and is ignored. */
    static Point point(List<BigDecimal> numbers, At at) {
        if (numbers.size() < 2 || numbers.size() > 3) {
            throw new Cql2Exception(at, "a position is a longitude and a latitude, not " + numbers.size() + " numbers");
        }
        double lon = numbers.get(0).doubleValue();
        double lat = numbers.get(1).doubleValue();
        if (!(Math.abs(lon) <= FARTHEST && Math.abs(lat) <= 90)) {
            throw new Cql2Exception(at, "a position is a longitude from -180 to 180, then a latitude from -90 to 90; what crosses the"
                    + " antimeridian goes on beyond it, at most to " + FARTHEST + ", or is a box with west above east");
        }
        return new Point(lat, lon);
    }

    static Geometry.Path line(List<Point> points, At at) {
        if (points.size() < 2) {
            throw new Cql2Exception(at, "a line has two positions or more");
        }
        return new Geometry.Path(points);
    }

    static Geometry.Path ring(List<Point> points, At at) {
        if (points.size() < 4 || !points.get(0).equals(points.get(points.size() - 1))) {
            throw new Cql2Exception(at, "a ring of a polygon has four positions or more, of which the last is the first again");
        }
        return new Geometry.Path(points);
    }

    /** Returns the box of four numbers, or of six with heights, which are ignored. */
    static Geometry.Rectangle box(List<BigDecimal> numbers, At at) {
        int axes = numbers.size() / 2;
        if (numbers.size() == 4 || numbers.size() == 6) {
            List<Double> sides = new ArrayList<>();
            List.of(0, 1, axes, axes + 1).forEach(i -> sides.add(numbers.get(i).doubleValue()));
            try {
                return new Geometry.Rectangle(BoundingBox.wrapped(sides.get(0), sides.get(1), sides.get(2), sides.get(3)));
            } catch (IllegalArgumentException e) {
                throw new Cql2Exception(at, "this is no box: " + e.getMessage());
            }
        }
        throw new Cql2Exception(at, "a box has four numbers, or six with heights, not " + numbers.size());
    }
}
