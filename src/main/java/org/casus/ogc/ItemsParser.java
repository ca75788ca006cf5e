package org.casus.ogc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.casus.http.Limits;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;
import org.casus.ogc.cql2.Cql2Encoding;
import org.casus.ogc.cql2.Rfc3339;
import org.casus.query.BoundingBoxParser;
import org.casus.query.Filter;
import org.casus.query.FilterParser;
import org.casus.query.ListQuery;
import org.casus.query.QueryParser;
import org.casus.query.Sort;
import org.casus.query.condition.Condition;
import org.casus.query.condition.Geometry;
import org.casus.query.condition.Geometry.Part;
import org.casus.query.condition.Property;

/**
 * Parses the parameters of {@code /items} into a query: those of the standard (OGC 17-069r4, section 7.15) and every filter of
 * Casus. With the parameters of the standard, features without a geometry or a time match.
 */
final class ItemsParser {

    /** The parameters that this interface interprets itself instead of passing them to the filters of Casus. */
    private static final Set<String> OWN = Set.of("bbox", "bbox-crs", "crs", "datetime", "filter", "filter-lang", "filter-crs", "sortby",
            "limit", "offset", "cursor", "asOf", "f");
    /** The maximum length of parameters whose values may exceed the usual limit. */
    static final Map<String, Integer> LONGER = Map.of("filter", Limits.FILTER_LENGTH);
    private static final String DATETIME_RULE = "is a moment (2023-07-19T12:00:00Z), a day (2023-07-19), or two of them with a slash"
            + " between, one of which may be open: 2023-07-01/2023-07-31, 2023-07-01/.., ../2023-07-31";

    private final CollectionKind collection;
    private final QueryParameters parameters;

    private ItemsParser(CollectionKind collection, QueryParameters parameters) {
        this.collection = collection;
        this.parameters = parameters;
    }

    /** Returns the name of every parameter that the items of a collection accept. */
    static Set<String> namesFor(CollectionKind collection) {
        Set<String> names = new LinkedHashSet<>(OWN);
        names.addAll(FilterParser.namesFor(collection.kind()));
        Queryables.parameters(collection.kind()).forEach(property -> names.add(property.word()));
        return names;
    }

    static QueryParameters parameters(CollectionKind collection, Map<String, List<String>> given) {
        return new QueryParameters(given, namesFor(collection), LONGER);
    }

    /**
     * Parses the given parameters into a query on a collection.
     *
     * @throws Problem 400 if a parameter is unknown or invalid
     */
    static QueryParser.Parsed parse(CollectionKind collection, Map<String, List<String>> given) {
        return new ItemsParser(collection, parameters(collection, given)).parse(given);
    }

    private QueryParser.Parsed parse(Map<String, List<String>> given) {
        Set<String> ofCasus = FilterParser.namesFor(collection.kind());
        Map<String, List<String>> others = new TreeMap<>(given);
        others.keySet().retainAll(ofCasus);
        others.keySet().removeAll(OWN);
        List<Filter> filters = new ArrayList<>(FilterParser.parse(collection.kind(), new QueryParameters(others, ofCasus)));
        bbox().ifPresent(filters::add);
        datetime().ifPresent(filters::add);
        filter().map(Filter.Where::new).ifPresent(filters::add);
        Queryables.parameters(collection.kind()).forEach(property -> parameters.text(property.word())
                .map(value -> new Filter.Where(Queryables.equal(property, value))).ifPresent(filters::add));
        Crs.check(parameters);
        ListQuery query = new ListQuery(collection.kind(), filters, sort(), limit(), Optional.empty(), offset());
        return QueryParser.paged(query, parameters);
    }

    /** Returns the offset. Next to a cursor it must be 0, which is accepted because some clients always send an offset. */
    private int offset() {
        int most = parameters.has("cursor") ? 0 : Limits.OFFSET_MOST;
        try {
            return (int) parameters.number("offset", 0, most, 0);
        } catch (Problem e) {
            throw Problem.parameter("offset", ErrorCode.RANGE, e.getMessage() + (most == 0 ? " with 'cursor', which says where to go on"
                    : "; to go further, follow the link 'next', or ask for less by 'datetime' or 'bbox'"));
        }
    }

    private Optional<Condition> filter() {
        Cql2Encoding language = parameters.text("filter-lang").map(word -> Cql2Encoding.ofWord(word).orElseThrow(() ->
                Problem.parameter("filter-lang", ErrorCode.UNKNOWN_VALUE, "'" + CleanText.shown(word) + "' is not one of "
                        + String.join(", ", Cql2Encoding.words()) + NearestMatch.hint(word, Cql2Encoding.words()))))
                                .orElse(Cql2Encoding.TEXT);
        return parameters.text("filter").map(text -> language.parse("filter", text, collection.kind()));
    }

    /**
     * Parses the sort order. Each property decides where all properties before it are equal. A + may arrive as a space, because that
     * is what it means in a URL.
     */
    private Sort sort() {
        List<String> words = new ArrayList<>(parameters.list("sortby"));
        if (words.isEmpty()) {
            return Sort.of(collection.kind()).get(0);
        }
        if (words.stream().map(ItemsParser::unsigned).distinct().count() < words.size()) {
            throw Problem.parameter("sortby", ErrorCode.REPEATED, "'sortby' names a property twice");
        }
        Optional<Sort> sort = Optional.empty();
        for (int i = words.size() - 1; i >= 0; i--) {
            sort = Optional.of(new Sort(key(unsigned(words.get(i))), words.get(i).startsWith("-"), sort));
        }
        return sort.get();
    }

    private static String unsigned(String word) {
        return word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
    }

    private Sort.Key key(String word) {
        Map<String, Sort.Key> sortables = Queryables.sortables(collection);
        return Optional.ofNullable(sortables.get(word)).orElseThrow(() -> Problem.parameter("sortby", ErrorCode.UNKNOWN_VALUE,
                collection.id() + " can be sorted by " + String.join(", ", sortables.keySet()) + ", with a - before it from the greatest"
                        + " to the least; not by '" + CleanText.shown(word) + "'" + NearestMatch.hint(word, sortables.keySet())));
    }

    /** Returns the page size. A limit above the maximum counts as the maximum (17-069r4, requirement fc-limit-response-1). */
    private int limit() {
        return (int) Math.min(Limits.FEATURES_MOST, parameters.number("limit", 1, Long.MAX_VALUE, Limits.PAGE));
    }

    /** Returns the filter for {@code bbox}. Features without a geometry match (requirement fc-bbox-response). */
    private Optional<Filter> bbox() {
        Optional<BoundingBox> area = BoundingBoxParser.area(parameters);
        if (area.isEmpty() || !FilterParser.hasPoint(collection.kind())) {
            return Optional.empty();
        }
        return Optional.of(new Filter.Where(new Condition.AnyOf(List.of(
                new Condition.Absent(Property.GEOMETRY),
                new Condition.Located(new Geometry.Rectangle(area.get()), Set.of(Part.INTERIOR, Part.BOUNDARY))))));
    }

    /**
     * Returns the filter for {@code datetime}. Features without a time match (requirement fc-time-response), because they may have
     * happened at any time.
     */
    private Optional<Filter> datetime() {
        Optional<TimeRange> time = parameters.text("datetime").map(ItemsParser::time);
        return FilterParser.hasTime(collection.kind()) ? time.map(range -> new Filter.During(range, false)) : Optional.empty();
    }

    private static TimeRange time(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return bound(text, text);
        }
        String start = text.substring(0, slash);
        String end = text.substring(slash + 1);
        if (isOpen(start) && isOpen(end)) {
            throw wrong(text);
        }
        Instant from = isOpen(start) ? null : bound(start, text).earliest();
        Instant to = isOpen(end) ? null : bound(end, text).latest();
        if (from != null && to != null && from.isAfter(to)) {
            throw Problem.parameter("datetime", ErrorCode.RANGE, "'datetime' ends before it begins: '" + CleanText.shown(text) + "'");
        }
        return new TimeRange(from, to);
    }

    private static boolean isOpen(String bound) {
        return bound.isEmpty() || bound.equals("..");
    }

    private static TimeRange bound(String bound, String text) {
        return Rfc3339.read(bound).orElseThrow(() -> wrong(text));
    }

    private static Problem wrong(String text) {
        return Problem.parameter("datetime", ErrorCode.PATTERN, "'datetime' " + DATETIME_RULE + "; not '" + CleanText.shown(text)
                + "'. In a URL a + is written %2B");
    }
}
