package org.casus.ogc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.TimeRange;
import org.casus.ogc.cql2.Rfc3339;
import org.casus.query.FilterParser;
import org.casus.query.Sort;
import org.casus.query.condition.Condition;
import org.casus.query.condition.Property;
import org.casus.query.condition.Property.Type;
import org.casus.query.condition.TextPredicate.Folding;

/** The properties by which features can be filtered and sorted. */
public final class Queryables {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,30})?");

    private Queryables() {
    }

    /**
     * Returns the properties that are also query parameters: those whose value is text, a number, a day or an instant, unless a filter
     * of Casus has the same name.
     */
    public static List<Property> parameters(ResourceKind kind) {
        return Property.of(kind).stream()
                .filter(property -> property.type() != Type.POINT && !FilterParser.namesFor(kind).contains(property.word()))
                .toList();
    }

    /**
     * Returns the condition that a property equals the given value.
     *
     * @throws Problem 400 if the value does not fit the type of the property
     */
    static Condition equal(Property property, String value) {
        return switch (property.type()) {
            case TEXT -> Condition.equal(property, value, Folding.NONE);
            case NUMBER -> number(property, value);
            case DAY, MOMENT -> moment(property, value);
            case POINT -> throw new IllegalArgumentException(property + " is no parameter");
        };
    }

    /** Returns the condition that a number equals the value. A fraction equals no whole number, so its range is empty. */
    private static Condition number(Property property, String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw wrong(property, value, "a number, for example 3");
        }
        BigDecimal number = new BigDecimal(value);
        return new Condition.Between(property, number.setScale(0, RoundingMode.CEILING).longValue(),
                number.setScale(0, RoundingMode.FLOOR).longValue(), false);
    }

    private static Condition moment(Property property, String value) {
        TimeRange time = Rfc3339.read(value)
                .orElseThrow(() -> wrong(property, value, "a moment (2023-07-19T12:00:00Z) or a day (2023-07-19)"));
        return new Condition.Between(property.compared(), time.earliestMillis(), time.latestMillis(), false);
    }

    private static Problem wrong(Property property, String value, String what) {
        return Problem.parameter(property.word(), ErrorCode.PATTERN, "'" + property.word() + "' is " + what + ", not '"
                + CleanText.shown(value) + "'");
    }

    /** Returns the sort keys of a collection by property name. */
    static Map<String, Sort.Key> sortables(CollectionKind collection) {
        Map<String, Sort.Key> sortables = new LinkedHashMap<>();
        Property.of(collection.kind()).forEach(property -> Sort.Key.of(property).ifPresent(key -> sortables.put(property.word(), key)));
        return sortables;
    }

    /** Returns the default sort order in the syntax of {@code sortby}. */
    static String defaultSort(CollectionKind collection) {
        Sort sort = Sort.of(collection.kind()).get(0);
        return (sort.descending() ? "-" : "") + sort.key().properties().stream()
                .filter(Property.of(collection.kind())::contains).map(Property::word).findFirst().orElseThrow();
    }
}
