package org.casus.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.http.Limits;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.Edtf;
import org.casus.model.edtf.EdtfException;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;
import org.casus.model.geo.Circle;
import org.casus.model.geo.Point;

/** Parses the filters that are not lists of values: time, location, figures and changes. */
final class RangeFilterParser {

    private static final int LAST_YEAR = 9999;
    private static final List<String> CERTAINTIES = List.of("possible", "certain");
    private static final Pattern FIGURES = Pattern.compile("([0-9]{0,9})(?:(\\.\\.)([0-9]{0,9}))?");
    private static final Pattern KILOMETRES = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,30})?");

    private final ResourceKind kind;
    private final QueryParameters parameters;

    RangeFilterParser(ResourceKind kind, QueryParameters parameters) {
        this.kind = kind;
        this.parameters = parameters;
    }

    /** Returns the names of all range parameters of the resource type. */
    static Set<String> namesFor(ResourceKind kind) {
        Set<String> names = new LinkedHashSet<>();
        if (FilterParser.hasTime(kind)) {
            names.addAll(List.of("from", "to", "dates"));
        }
        if (FilterParser.hasPoint(kind)) {
            names.addAll(List.of("bbox", "near", "radius"));
        }
        if (kind == ResourceKind.EVENT) {
            names.addAll(List.of("minSources", "fatalities"));
        }
        names.add("changedSince");
        return names;
    }

    /** Returns the range filters. {@link QueryParameters} has already rejected parameters of other resource types. */
    List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        time().ifPresent(filters::add);
        BoundingBoxParser.area(parameters).map(Filter.InArea::new).ifPresent(filters::add);
        near().ifPresent(filters::add);
        parameters.text("fatalities").map(RangeFilterParser::deaths).ifPresent(filters::add);
        if (parameters.text("minSources").isPresent()) {
            filters.add(new Filter.Publishers((int) parameters.number("minSources", 1, Limits.PUBLISHERS, 1)));
        }
        parameters.text("changedSince").map(AsOf::parseSince).map(Filter.ChangedSince::new).ifPresent(filters::add);
        return filters;
    }

    private Optional<Filter> time() {
        if (!FilterParser.hasTime(kind)) {
            return Optional.empty();
        }
        Instant from = parameters.text("from").map(text -> bound("from", text).earliest()).orElse(null);
        Instant to = parameters.text("to").map(text -> bound("to", text).latest()).orElse(null);
        boolean certain = parameters.text("dates").map(RangeFilterParser::certain).orElse(false);
        if (from != null && to != null && from.isAfter(to)) {
            throw Problem.parameter("to", ErrorCode.RANGE, "'to' lies before 'from'");
        }
        if (from != null || to != null) {
            return Optional.of(new Filter.During(new TimeRange(from, to), certain));
        }
        if (parameters.text("dates").isPresent()) {
            throw Problem.parameter("dates", ErrorCode.RULE, "'dates' says how 'from' and 'to' are meant, so it needs one"
                    + " of them, for example from=2022-02-24&dates=certain");
        }
        return Optional.empty();
    }

    private static boolean certain(String text) {
        if (!CERTAINTIES.contains(text)) {
            throw Problem.parameter("dates", ErrorCode.UNKNOWN_VALUE, "'" + CleanText.shown(text) + "' is not one of "
                    + String.join(", ", CERTAINTIES) + NearestMatch.hint(text, CERTAINTIES));
        }
        return text.equals("certain");
    }

    private static TimeRange bound(String name, String text) {
        try {
            if (text.indexOf('.') > 0 && text.contains("T")) {
                OffsetDateTime moment = OffsetDateTime.parse(text);
                if (moment.getYear() < 0 || moment.getYear() > LAST_YEAR) {
                    throw Problem.parameter(name, ErrorCode.RANGE, "years run from 0000 to " + LAST_YEAR);
                }
                return new TimeRange(moment.toInstant(), moment.toInstant());
            }
            TimeRange range = Edtf.parse(text).range();
            if (!text.contains("/") && range.earliest() != null && range.latest() != null) {
                return range;
            }
        } catch (EdtfException e) {
            throw Problem.parameter(name, ErrorCode.EDTF_INVALID, e.getMessage());
        } catch (DateTimeException e) {
            // rejected below
        }
        throw Problem.parameter(name, ErrorCode.PATTERN, "'" + name + "' is a date or an instant, for example"
                + " 2023-07-19, 2023-07, 2023 or 2023-07-19T12:00:00Z, not an interval");
    }

    private Optional<Filter> near() {
        Optional<String> radius = parameters.text("radius");
        List<String> center = parameters.list("near");
        if (center.isEmpty() && radius.isEmpty()) {
            return Optional.empty();
        }
        if (center.isEmpty() || radius.isEmpty()) {
            throw Problem.parameter(center.isEmpty() ? "radius" : "near", ErrorCode.RULE,
                    "'near' and 'radius' go together, for example near=14.42,50.09&radius=25 for 25 km around Prague");
        }
        return Optional.of(new Filter.Near(new Circle(center(center), kilometres(radius.get()))));
    }

    private static Point center(List<String> numbers) {
        List<Double> degrees = numbers.stream().flatMap(number -> BoundingBoxParser.number(number).stream()).filter(Double::isFinite)
                .toList();
        if (numbers.size() != 2 || degrees.size() != 2 || Math.abs(degrees.get(1)) > 90) {
            throw Problem.parameter("near", ErrorCode.PATTERN, "'near' is lon,lat in degrees: a longitude, which may go on beyond"
                    + " 180, then a latitude from -90 to 90; for example 14.42,50.09");
        }
        return new Point(degrees.get(1), BoundingBox.normalized(degrees.get(0)));
    }

    private static double kilometres(String text) {
        double km = KILOMETRES.matcher(text).matches() ? Double.parseDouble(text) : 0;
        if (km <= 0 || km > Circle.MOST_KM) {
            throw Problem.parameter("radius", ErrorCode.RANGE, "'radius' is a number of km above 0, at most "
                    + (int) Circle.MOST_KM + " (half the way around the earth), for example 25 or 0.5, not '"
                    + CleanText.shown(text) + "'");
        }
        return km;
    }

    private static Filter deaths(String text) {
        Matcher figures = FIGURES.matcher(text);
        if (!figures.matches() || figures.group(1).isEmpty() && figures.group(3).isEmpty()) {
            throw Problem.parameter("fatalities", ErrorCode.PATTERN, "'fatalities' is a whole number or a range of them,"
                    + " for example 3, 1.., 1..10 or ..10, not '" + CleanText.shown(text) + "'");
        }
        long first = figures.group(1).isEmpty() ? 0 : Long.parseLong(figures.group(1));
        if (figures.group(2) == null) {
            return new Filter.Deaths(first, first);
        }
        long last = figures.group(3).isEmpty() ? Long.MAX_VALUE : Long.parseLong(figures.group(3));
        if (first > last) {
            throw Problem.parameter("fatalities", ErrorCode.RANGE, "'fatalities' runs from the lesser to the greater: "
                    + last + ".." + first);
        }
        return new Filter.Deaths(first, last);
    }
}
