package org.casus.index.lucene.segment;

import org.casus.http.json.EnumNames;
import org.casus.model.ResourceKey;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.query.condition.Property;
import org.casus.query.field.Field;

/** The names of fields and terms in the indexes. */
public final class LuceneFields {

    /** The kind and id of the resource. */
    public static final String KEY = "key";
    /** The kind of the resource. */
    public static final String KIND = "kind";
    /** The stored template of the resource. */
    public static final String JSON = "json";
    /** The revision at which the state began. */
    public static final String BEGAN = "began";
    /** The revision that ended the state. */
    public static final String ENDED = "ended";
    /** The same as a term, the identity of a superseded state: each revision ends one. */
    public static final String ENDED_BY = "endedBy";
    /** The reason, where the state ended by deletion. */
    public static final String DELETED = "deleted";
    /** The first millisecond of the resource's time. */
    public static final String EARLIEST = "earliest";
    /** The last millisecond of the resource's time. */
    public static final String LATEST = "latest";
    /** When the state was recorded, in milliseconds to compare and in microseconds to sort. */
    public static final String UPDATED = "updated";
    /** The time of the last update in microseconds. */
    public static final String UPDATED_MICROS = "updated.micros";
    /** The name by which lists are sorted. */
    public static final String NAME = "name";
    /** Whether estimates of deaths are given. */
    public static final String FATALITIES = "fatalities";
    /** Estimates of deaths, where they are given. */
    public static final String LOW = "low";
    /** The best estimate of deaths. */
    public static final String BEST = "best";
    /** The high estimate of deaths. */
    public static final String HIGH = "high";
    /** Latitude and longitude, as one point and each by itself. */
    public static final String POINT = "point";
    /** The latitude of the point. */
    public static final String LAT = "lat";
    /** The longitude of the point. */
    public static final String LON = "lon";
    /** Roles with the actors that have them, as {@code role/actor}. */
    public static final String PARTICIPATION = "participation";
    /** Each actor with its role, without what stands above the actor. */
    public static final String DIRECT_PARTICIPATION = PARTICIPATION + ".direct";
    /** The same as a column, to count. */
    public static final String PARTS = "parts";
    /** The publisher of the source. */
    public static final String PUBLISHER = of(Field.PUBLISHER);
    /** How many publishers report it. */
    public static final String PUBLISHERS = "publishers";
    /** The words of the title. */
    public static final String TITLE = "title";
    /** The words of all text. */
    public static final String TEXT = "text";
    /** Whole names of places and actors, as their folded words with single spaces. */
    public static final String WHOLE_NAME = "wholeName";

    private LuceneFields() {
    }

    /** Returns the key of a resource. */
    public static String key(ResourceKind kind, String id) {
        return kind.token() + "/" + id;
    }

    /** Returns the id that a key holds. */
    public static ResourceKey keyOf(String key) {
        int slash = key.indexOf('/');
        return new ResourceKey(ResourceKind.ofToken(key.substring(0, slash)), key.substring(slash + 1));
    }

    /** The field of words, and of references with all that stands above them. */
    public static String of(Field field) {
        return field.role().isPresent() ? PARTICIPATION : field.name();
    }

    /** The field of a text as it was written. */
    public static String of(Property property) {
        if (property == Property.ID) {
            return KEY;
        }
        if (property == Property.PARTICIPANTS) {
            return DIRECT_PARTICIPATION;
        }
        return property.field().map(field -> field.refersTo().isEmpty() ? of(field) : direct(field))
                .orElse("is." + property.word());
    }

    /** The field of a number or a moment. */
    public static String number(Property property) {
        return switch (property) {
            case EARLIEST -> EARLIEST;
            case LATEST -> LATEST;
            case FATALITIES_LOW -> LOW;
            case FATALITIES_BEST -> BEST;
            case FATALITIES_HIGH -> HIGH;
            case REVISION -> BEGAN;
            case UPDATED_AT -> UPDATED;
            default -> throw new IllegalArgumentException(property + " is no number");
        };
    }

    /** The column by which a text is sorted. */
    public static String sorted(Property property) {
        return switch (property) {
            case TYPE_ID, PLACE_ID, DATASET_ID -> counted(property.field().orElseThrow());
            default -> "sorted." + property.word();
        };
    }

    /**
     * The term of a text as it was written, and the text of a term: what is shown as {@code kind:id} or {@code role:actor} is a
     * term with a slash in the place of the colon, and neither part has one.
     */
    public static String swapped(Property property, String text) {
        return switch (property) {
            case PARTICIPANTS, ABOUT -> text.chars().map(c -> c == ':' ? '/' : c == '/' ? ':' : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            default -> text;
        };
    }

    /** The field of references as they were written. */
    public static String direct(Field field) {
        return of(field) + ".direct";
    }

    /** The field of what is counted, as it was written. */
    public static String counted(Field field) {
        return of(field) + ".counted";
    }

    /** A reference as a term: ids are unique within a kind only. */
    public static String term(Field field, ResourceKind kind, String id) {
        return field.role().map(role -> participation(role, id))
                .orElseGet(() -> field.refersTo().size() > 1 ? key(kind, id) : id);
    }

    /** An actor in a role, as a term. */
    public static String participation(Role role, String actor) {
        return EnumNames.wordOf(role) + "/" + actor;
    }
}
