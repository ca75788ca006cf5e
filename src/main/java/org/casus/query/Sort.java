package org.casus.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.model.ResourceKind;
import org.casus.query.condition.Property;

/**
 * The sort order of a list. Ties are broken by id.
 *
 * @param then the order of items that have the same value of the key
 */
public record Sort(Key key, boolean descending, Optional<Sort> then) {

    public Sort(Key key, boolean descending) {
        this(key, descending, Optional.empty());
    }

    /** The keys that a list can be sorted by. */
    public enum Key {
        WHEN("when", Property.EARLIEST, Property.START, Property.WHEN),
        NAME("name", Property.TITLE, Property.NAME, Property.GIST),
        CHANGED("changed", Property.REVISION),
        FATALITIES("fatalities", Property.FATALITIES_BEST),
        RELEVANCE("relevance"),
        ID(Property.ID),
        LATEST(Property.LATEST, Property.END),
        FATALITIES_LOW(Property.FATALITIES_LOW),
        FATALITIES_HIGH(Property.FATALITIES_HIGH),
        UPDATED_AT(Property.UPDATED_AT),
        TYPE_ID(Property.TYPE_ID),
        PLACE_ID(Property.PLACE_ID),
        DATASET_ID(Property.DATASET_ID),
        KIND(Property.KIND),
        PRECISION(Property.PRECISION),
        WITHIN_ID(Property.WITHIN_ID),
        SPEAKER_ID(Property.SPEAKER_ID),
        MADE_IN_ID(Property.MADE_IN_ID),
        MADE_IN_TITLE(Property.MADE_IN_TITLE),
        SOURCE_ID(Property.SOURCE_ID),
        SOURCE_TITLE(Property.SOURCE_TITLE),
        LANGUAGE(Property.LANGUAGE);

        private static final Map<Property, Key> BY_PROPERTY = byProperty();

        private final String word;
        private final List<Property> properties;

        Key(String word, Property... properties) {
            this.word = word;
            this.properties = List.of(properties);
        }

        Key(Property property, Property... further) {
            this.word = property.word();
            this.properties = Stream.concat(Stream.of(property), Stream.of(further)).toList();
        }

        private static Map<Property, Key> byProperty() {
            Map<Property, Key> keys = new EnumMap<>(Property.class);
            for (Key key : values()) {
                key.properties.forEach(property -> keys.put(property, key));
            }
            return keys;
        }

        /**
         * Returns the key that sorts by a property; empty if lists cannot be sorted by it. Names of referenced resources
         * are stored elsewhere, and texts and lists are too long.
         */
        public static Optional<Key> of(Property property) {
            return Optional.ofNullable(BY_PROPERTY.get(property));
        }

        /** Returns whether the key compares the text of a property other than the id and the name. */
        public boolean isText() {
            return !properties.isEmpty() && property().type() == Property.Type.TEXT && this != ID && this != NAME;
        }

        /** Returns the properties that this key sorts by; the first describes it best. */
        public List<Property> properties() {
            return properties;
        }

        /** Returns the property that holds the sort values. */
        public Property property() {
            return properties.get(0);
        }
    }

    public static final Sort RELEVANCE = new Sort(Key.RELEVANCE, true);
    public static final Sort NEWEST = new Sort(Key.WHEN, true);
    private static final Sort OLDEST = new Sort(Key.WHEN, false);
    private static final Sort A_TO_Z = new Sort(Key.NAME, false);
    private static final Sort Z_TO_A = new Sort(Key.NAME, true);
    private static final Sort LATEST_CHANGE = new Sort(Key.CHANGED, true);
    private static final Sort FIRST_CHANGE = new Sort(Key.CHANGED, false);
    private static final Sort DEADLIEST = new Sort(Key.FATALITIES, true);
    private static final Sort LEAST_DEADLY = new Sort(Key.FATALITIES, false);

    /** Returns the sort orders of a resource type; the first is the default. */
    public static List<Sort> of(ResourceKind kind) {
        return switch (kind) {
            case EVENT -> List.of(NEWEST, OLDEST, RELEVANCE, DEADLIEST, LEAST_DEADLY, LATEST_CHANGE, FIRST_CHANGE);
            case STATEMENT, SOURCE -> List.of(NEWEST, OLDEST, RELEVANCE, LATEST_CHANGE, FIRST_CHANGE);
            default -> List.of(A_TO_Z, Z_TO_A, RELEVANCE, LATEST_CHANGE, FIRST_CHANGE);
        };
    }

    public static Optional<Sort> of(ResourceKind kind, String word) {
        return of(kind).stream().filter(sort -> sort.word().equals(word)).findFirst();
    }

    /** Returns the order as a parameter value: {@code -when} is newest first. Relevance has one direction only. */
    public String word() {
        return (descending && key != Key.RELEVANCE ? "-" : "") + key.word + then.map(next -> "," + next.word()).orElse("");
    }
}
