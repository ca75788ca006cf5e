package org.casus.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.casus.http.json.EnumNames;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.query.Dimension;
import org.casus.query.FilterParser;
import org.casus.query.Grid;
import org.casus.query.Sort;
import org.casus.query.field.Field;
import org.casus.render.FeatureProperties;
import org.casus.rest.TestQuery;

/** Random questions of every kind that can be asked. */
final class RandomQueries {

    static final List<String> TAGS = List.of("cold-war", "border", "election");
    private static final List<ResourceKind> KINDS = List.of(ResourceKind.EVENT, ResourceKind.EVENT, ResourceKind.EVENT,
            ResourceKind.EVENT, ResourceKind.STATEMENT, ResourceKind.STATEMENT, ResourceKind.ACTOR, ResourceKind.ACTOR,
            ResourceKind.PLACE, ResourceKind.PLACE, ResourceKind.SOURCE, ResourceKind.DATASET, ResourceKind.EVENT_TYPE);

    private final RandomText text;
    private final Function<ResourceKind, String> known;

    /** @param known an id of something of a kind that exists or existed; null if nothing does */
    RandomQueries(RandomText text, Function<ResourceKind, String> known) {
        this.text = text;
        this.known = known;
    }

    TestQuery next() {
        if (text.chance(20)) {
            return new TestQuery(ResourceKind.EVENT, TestQuery.COUNTS, counts());
        }
        if (text.chance(10)) {
            return new TestQuery(ResourceKind.EVENT, TestQuery.CLUSTERS, clusters());
        }
        if (text.chance(25)) {
            ResourceKind kind = text.one(FeatureProperties.KINDS);
            return new TestQuery(kind, TestQuery.FEATURES, new RandomFilters(text, known).parameters(kind));
        }
        ResourceKind kind = text.one(KINDS);
        return text.chance(25) ? new TestQuery(kind, item(kind), Map.of()) : new TestQuery(kind, null, list(kind));
    }

    private String item(ResourceKind kind) {
        String id = text.chance(95) ? known.apply(kind) : null;
        return id == null ? "never-was" : id;
    }

    /** By days only where these are few: a plain list holds every event against every one of them. */
    private Map<String, String> counts() {
        Map<String, String> parameters = filters(ResourceKind.EVENT);
        List<Dimension> others = Dimension.offered().stream().filter(by -> !by.isTime()).toList();
        Set<String> by = new LinkedHashSet<>();
        for (int left = text.below(3); left > 0; left--) {
            by.add(text.one(others).word());
        }
        if (by.isEmpty() || text.chance(60)) {
            by.add(text.one(List.of(Dimension.YEAR, Dimension.YEAR, Dimension.MONTH, Dimension.WEEK)).word());
        }
        parameters.put("by", String.join(",", by));
        if (text.chance(40)) {
            parameters.put("limit", Integer.toString(1 + text.below(4)));
        }
        for (String choice : List.of("empty", "facet")) {
            if (text.chance(25)) {
                parameters.put(choice, "true");
            }
        }
        return parameters;
    }

    private Map<String, String> clusters() {
        Map<String, String> parameters = text.chance(50) ? new LinkedHashMap<>() : filters(ResourceKind.EVENT);
        parameters.put("zoom", Integer.toString(text.below(text.chance(80) ? 3 : Grid.FINEST + 1)));
        if (text.chance(40)) {
            int south = text.below(12) * 15 - 90;
            parameters.put("bbox", (text.below(24) * 15 - 180) + "," + south + "," + (text.below(25) * 15 - 180) + ","
                    + Math.min(90, south + 15 * text.below(8)));
        }
        return parameters;
    }

    private Map<String, String> list(ResourceKind kind) {
        Map<String, String> parameters = filters(kind);
        parameters.put("limit", Integer.toString(text.chance(50) ? 1 + text.below(9) : 100));
        if (text.chance(60)) {
            Sort sort = text.one(Sort.of(kind));
            if (!sort.equals(Sort.RELEVANCE) || parameters.containsKey("q")) {
                parameters.put("sort", sort.word());
            }
        }
        return parameters;
    }

    private Map<String, String> filters(ResourceKind kind) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<Field> fields = Field.of(kind);
        for (int left = fields.isEmpty() ? 0 : text.below(4); left > 0; left--) {
            filter(text.one(fields), parameters);
        }
        if (text.chance(25)) {
            parameters.put("q", text.search());
        }
        if (FilterParser.hasTime(kind) && text.chance(25)) {
            time(parameters);
        }
        if (FilterParser.hasPoint(kind) && text.chance(30)) {
            onEarth(parameters);
        }
        if (kind == ResourceKind.EVENT && text.chance(20)) {
            parameters.put("fatalities", text.figures());
        }
        if (kind == ResourceKind.EVENT && text.chance(15)) {
            parameters.put("minSources", Integer.toString(1 + text.below(2)));
        }
        if (text.chance(10)) {
            parameters.put("changedSince", Integer.toString(text.below(500)));
        }
        if (kind == ResourceKind.EVENT && text.chance(15)) {
            parameters.put("role", text.one(EnumNames.of(Role.class)) + "," + text.one(EnumNames.of(Role.class)));
        }
        return parameters;
    }

    private void time(Map<String, String> parameters) {
        parameters.put(text.one(List.of("from", "to")), text.day());
        if (text.chance(50)) {
            parameters.put("dates", "certain");
        }
    }

    private void onEarth(Map<String, String> parameters) {
        if (text.chance(60)) {
            parameters.put("bbox", text.bbox());
        } else {
            parameters.put("near", text.near());
            parameters.put("radius", text.radius());
        }
    }

    private void filter(Field field, Map<String, String> parameters) {
        List<String> values = new ArrayList<>();
        for (int left = text.below(3); left >= 0; left--) {
            values.add(value(field));
        }
        values.removeIf(Objects::isNull);
        if (!values.isEmpty()) {
            String suffix = text.one(field.matches()).suffix();
            parameters.put(field.parameter() + suffix, String.join(",", new TreeSet<>(values)));
        }
    }

    private String value(Field field) {
        if (field == Field.TYPE && text.chance(20)) {
            return "cameo:99" + text.below(3) + (text.chance(30) ? "5" : "");
        }
        if (!field.refersTo().isEmpty()) {
            return known.apply(text.one(field.refersTo()));
        }
        if (field.choices().isPresent()) {
            return text.one(EnumNames.of(field.choices().get()));
        }
        return switch (field) {
            case TAG -> text.one(TAGS);
            case PUBLISHER -> text.publisher().replace(",", "\\,");
            case LANGUAGE -> text.language();
            case IDENTIFIER -> "wikidata:Q" + text.below(3);
            case CODING -> "cameo:19" + text.below(3);
            default -> throw new IllegalStateException("no values for " + field);
        };
    }
}
