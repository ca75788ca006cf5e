package org.casus.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.casus.http.json.EnumNames;
import org.casus.model.LocationPrecision;
import org.casus.model.PlaceKind;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.query.Sort;
import org.casus.query.condition.Property;
import org.casus.query.field.Field;

/** Random questions for features: of boxes, times and filters in CQL2 on everything that can be spoken of. */
final class RandomFilters {

    private static final List<String> COMPARISONS = List.of("=", "<>", "<", ">", "<=", ">=");
    private static final List<String> RELATIONS = List.of("S_INTERSECTS", "S_INTERSECTS", "S_INTERSECTS", "S_DISJOINT", "S_WITHIN",
            "S_TOUCHES", "S_EQUALS", "S_CONTAINS", "S_CROSSES", "S_OVERLAPS");
    private static final List<String> TIMES = List.of("T_AFTER", "T_BEFORE", "T_CONTAINS", "T_DISJOINT", "T_DURING", "T_EQUALS",
            "T_FINISHEDBY", "T_FINISHES", "T_INTERSECTS", "T_MEETS", "T_METBY", "T_OVERLAPPEDBY", "T_OVERLAPS", "T_STARTEDBY", "T_STARTS");

    private final RandomText text;
    private final Function<ResourceKind, String> known;

    RandomFilters(RandomText text, Function<ResourceKind, String> known) {
        this.text = text;
        this.known = known;
    }

    Map<String, String> parameters(ResourceKind kind) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (text.chance(70)) {
            parameters.put("filter", condition(kind, 3));
        }
        if (text.chance(30)) {
            parameters.put("bbox", text.bbox());
        }
        if (text.chance(20)) {
            parameters.put("datetime", text.one(List.of(text.day(), text.day() + "/..", "../" + text.day(), text.day() + "T12:00:00Z/")));
        }
        if (text.chance(40)) {
            parameters.put("sortby", order(kind));
        }
        if (text.chance(20)) {
            parameters.put("offset", Integer.toString(text.below(8)));
        }
        parameters.put("limit", Integer.toString(text.chance(50) ? 1 + text.below(9) : 100));
        return parameters;
    }

    private String order(ResourceKind kind) {
        List<String> sortables = Property.of(kind).stream().filter(property -> Sort.Key.of(property).isPresent()).map(Property::word).toList();
        Set<String> by = new LinkedHashSet<>();
        for (int left = text.below(3); left >= 0; left--) {
            by.add(text.one(sortables));
        }
        return by.stream().map(word -> text.one(List.of("", "-")) + word).collect(Collectors.joining(","));
    }

    private String condition(ResourceKind kind, int depth) {
        if (depth == 0 || text.chance(40)) {
            return leaf(kind);
        }
        if (text.chance(30)) {
            return "NOT (" + condition(kind, depth - 1) + ")";
        }
        return "(" + condition(kind, depth - 1) + text.one(List.of(" AND ", " OR ")) + condition(kind, depth - 1) + ")";
    }

    private String leaf(ResourceKind kind) {
        Property property = text.one(Property.of(kind));
        if (text.chance(15)) {
            return property.word() + text.one(List.of(" IS NULL", " IS NOT NULL"));
        }
        return switch (property.type()) {
            case TEXT -> words(property, kind);
            case NUMBER -> compared(property.word(), this::number);
            case DAY, MOMENT -> text.chance(40) || property == Property.UPDATED_AT ? compared(property.word(), this::instant) : relation();
            case POINT -> located();
        };
    }

    private String compared(String left, Supplier<String> value) {
        return switch (text.below(4)) {
            case 0 -> left + text.one(List.of(" ", " NOT ")) + "IN (" + value.get() + ", " + value.get() + ")";
            case 1 -> left + text.one(List.of(" ", " NOT ")) + "BETWEEN " + value.get() + " AND " + value.get();
            default -> left + " " + text.one(COMPARISONS) + " " + value.get();
        };
    }

    private String words(Property property, ResourceKind kind) {
        String folding = text.one(List.of("", "", "CASEI", "ACCENTI", "both"));
        String left = folded(folding, property.word());
        if (text.chance(35)) {
            return left + text.one(List.of(" LIKE ", " NOT LIKE ")) + folded(folding, quoted(pattern(property, kind)));
        }
        return compared(left, () -> folded(folding, quoted(value(property, kind))));
    }

    private static String folded(String folding, String operand) {
        return switch (folding) {
            case "" -> operand;
            case "both" -> "CASEI(ACCENTI(" + operand + "))";
            default -> folding + "(" + operand + ")";
        };
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private String pattern(Property property, ResourceKind kind) {
        String value = value(property, kind);
        int cut = text.below(value.length() + 1);
        return switch (text.below(5)) {
            case 0 -> value.substring(0, cut) + "%";
            case 1 -> "%" + value.substring(cut);
            case 2 -> "%" + value.substring(cut / 2, cut) + "%";
            case 3 -> "_" + value.substring(Math.min(1, value.length()));
            default -> value;
        };
    }

    private String value(Property property, ResourceKind kind) {
        String found = switch (property) {
            case ID -> known.apply(kind);
            case WHEN -> text.date();
            case KIND -> text.one(EnumNames.of(PlaceKind.class));
            case LANGUAGE -> text.language();
            case WITHIN_ID -> known.apply(ResourceKind.PLACE);
            case PRECISION -> text.one(EnumNames.of(LocationPrecision.class));
            case TAGS -> text.one(RandomQueries.TAGS) + (text.chance(30) ? "|" + text.one(RandomQueries.TAGS) : "");
            case IDENTIFIERS -> "wikidata:Q" + text.below(3);
            case PARTICIPANTS -> text.one(EnumNames.of(Role.class)) + text.one(List.of(":", ":", "/")) + known.apply(ResourceKind.ACTOR);
            case ABOUT -> about(text.one(Field.ABOUT.refersTo()));
            default -> property.field().map(field -> known.apply(text.one(field.refersTo()))).orElseGet(() -> text.words(3));
        };
        return found == null ? "nothing" : text.chance(20) ? found.toUpperCase(Locale.ROOT) : found;
    }

    private String about(ResourceKind of) {
        return of.token() + ":" + known.apply(of);
    }

    private String number() {
        return text.one(List.of("0", "1", "2", "3", "1.5", "-1", "120", "300", "1e2"));
    }

    private String instant() {
        return text.chance(50) ? "DATE('" + text.day() + "')" : "TIMESTAMP('" + text.day() + "T00:00:00Z')";
    }

    private String relation() {
        return text.one(TIMES) + "(" + swapped(text.one(List.of("INTERVAL(earliest, latest)", "INTERVAL(earliest, latest)", "earliest",
                "latest", "INTERVAL(earliest, '2000-06-30')")), given());
    }

    private String swapped(String one, String other) {
        return (text.chance(70) ? one + ", " + other : other + ", " + one) + ")";
    }

    private String given() {
        List<String> days = new ArrayList<>(List.of(day(), day()));
        days.sort(null);
        return text.one(List.of(instant(), "INTERVAL('" + days.get(0) + "', '" + days.get(1) + "')",
                "INTERVAL('..', '" + days.get(0) + "')", "INTERVAL('" + days.get(0) + "', '..')"));
    }

    /** First and last days of years meet the bounds of dates. */
    private String day() {
        return 1990 + text.below(20) + text.one(List.of("-01-01", "-12-31", "-05-15"));
    }

    private String located() {
        return text.one(RELATIONS) + "(" + swapped("geometry", geometry());
    }

    private String geometry() {
        return switch (text.below(7)) {
            case 0 -> "BBOX(" + text.bbox() + ")";
            case 1 -> "POINT(" + position() + ")";
            case 2 -> "MULTIPOINT((" + position() + "), (" + position() + "))";
            case 3 -> "LINESTRING(" + position() + ", " + position() + ", " + position() + ")";
            case 4 -> "GEOMETRYCOLLECTION(POINT(" + position() + "), POLYGON(" + ring() + "))";
            default -> "POLYGON(" + ring() + ")";
        };
    }

    private String position() {
        return position(text.chance(10) ? text.one(List.of(-360, 360, 720)) : 0);
    }

    private String position(int around) {
        return text.lon() + around + " " + text.lat();
    }

    /** Triangles between the points that things have, so that these lie on their edges; some where the map goes on. */
    private String ring() {
        int around = text.chance(20) ? text.one(List.of(-360, 360)) : 0;
        String first = position(around);
        return "(" + first + ", " + position(around) + ", " + position(text.chance(20) ? 360 : around) + ", " + first + ")";
    }
}
