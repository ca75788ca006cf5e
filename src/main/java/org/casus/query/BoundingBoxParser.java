package org.casus.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.model.geo.BoundingBox;

/** Parses the {@code bbox} parameter for every endpoint that takes it. */
public final class BoundingBoxParser {

    /** The syntax of a box, for the documentation and for error messages. */
    public static final String RULE = "west,south,east,north in degrees (longitude first, WGS 84), for example"
            + " 12.09,48.55,18.86,51.06, with south not above north. West is greater than east where the box crosses the"
            + " antimeridian: 170,-50,-170,-30. Longitudes may go on beyond 180, as in 170,-50,190,-30, and a box of 360 degrees"
            + " or more is the whole world; what is beyond a pole is left out. With six numbers, the third and the sixth are heights"
            + " and left out of account";

    /** Matches a number in digits. Programs may also write infinity and NaN in words, see {@link #ENDLESS}. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][+-]?[0-9]{1,3})?");
    private static final Pattern ENDLESS = Pattern.compile("[+-]?(inf|infinity|nan)", Pattern.CASE_INSENSITIVE);

    private BoundingBoxParser() {
    }

    /** Returns the requested box, or empty without a {@code bbox} parameter. */
    public static Optional<BoundingBox> area(QueryParameters parameters) {
        List<String> sides = parameters.list("bbox");
        if (sides.isEmpty()) {
            return Optional.empty();
        }
        List<Double> numbers = sides.stream().flatMap(side -> number(side).stream()).toList();
        if (numbers.size() < sides.size() || numbers.size() != 4 && numbers.size() != 6) {
            throw wrong(sides, "");
        }
        int axes = numbers.size() / 2;
        if (axes == 3 && numbers.get(2) > numbers.get(5)) {
            throw wrong(sides, ": its lower height is above its upper");
        }
        try {
            return Optional.of(BoundingBox.wrapped(numbers.get(0), numbers.get(1), numbers.get(axes), numbers.get(axes + 1)));
        } catch (IllegalArgumentException e) {
            throw wrong(sides, ": " + e.getMessage());
        }
    }

    /**
     * Parses a number. Returns empty if the text is not one. The words for infinity and NaN are read as NaN, and a number that is too
     * large for a double becomes infinite.
     */
    static Optional<Double> number(String text) {
        if (ENDLESS.matcher(text).matches()) {
            return Optional.of(Double.NaN);
        }
        return NUMBER.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    private static Problem wrong(List<String> sides, String why) {
        return Problem.parameter("bbox", ErrorCode.PATTERN, "'" + CleanText.shown(String.join(",", sides)) + "' is no box" + why
                + ". 'bbox' is " + RULE);
    }
}
