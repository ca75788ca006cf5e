package org.casus.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A rectangle in degrees, its edges part of it; west lies east of east where it crosses the antimeridian. */
public record Area(double west, double south, double east, double north) {

    /** How one is written. */
    public static final String RULE = "west,south,east,north in degrees: longitudes from -180 to 180, latitudes from -90"
            + " to 90, south not above north; for example 12.09,48.55,18.86,51.06, or 170,-50,-170,-30 across the"
            + " antimeridian";

    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?");
    private static final Span ANTIMERIDIAN_EAST = new Span(180, 180);
    private static final Span ANTIMERIDIAN_WEST = new Span(-180, -180);

    /** @throws IllegalArgumentException if these are not the sides of a rectangle */
    public Area {
        if (!(Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north)) {
            throw new IllegalArgumentException(RULE);
        }
        west += 0.0;
        south += 0.0;
        east += 0.0;
        north += 0.0;
    }

    /** Longitudes from west to east, both inclusive, west not beyond east. */
    public record Span(double west, double east) {
    }

    /** The area that four numbers describe; empty where they describe none. */
    static Optional<Area> parse(List<String> sides) {
        if (sides.size() != 4) {
            return Optional.empty();
        }
        List<Double> numbers = sides.stream().flatMap(side -> degrees(side).stream()).toList();
        try {
            return numbers.size() == 4
                    ? Optional.of(new Area(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Double> degrees(String text) {
        return DEGREES.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    /** Its longitudes as numbers without a leap. 180 and -180 are one meridian, so what holds one of them holds both. */
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
