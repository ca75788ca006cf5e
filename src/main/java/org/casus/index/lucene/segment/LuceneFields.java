package org.casus.index.lucene.segment;

import org.casus.http.json.EnumNames;
import org.casus.model.ResourceKey;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.query.condition.Property;
import org.casus.query.field.Field;

/** The names of fields and terms in the indexes. */
public final class LuceneFields {

    /** The type and id of the resource. */
    public static final String KEY = "key";
    /** The type of the resource. */
    public static final String KIND = "kind";
    /** The stored template of the resource. */
    public static final String JSON = "json";
    /** The revision at which the state began. */
    public static final String BEGAN = "began";
    /** The revision that ended the state. */
    public static final String ENDED = "ended";
    /** The revision that ended the state, as a term. It identifies a superseded state, because each revision ends one state. */
    public static final String ENDED_BY = "endedBy";
    /** The reason of the deletion, if the state was ended by one. */
    public static final String DELETED = "deleted";
    /** The first millisecond of the resource's time. */
    public static final String EARLIEST = "earliest";
    /** The last millisecond of the resource's time. */
    public static final String LATEST = "latest";
    /** The time at which the state was recorded, in milliseconds, for comparisons. */
    public static final String UPDATED = "updated";
    /** The time at which the state was recorded, in microseconds, for sorting. */
    public static final String UPDATED_MICROS = "updated.micros";
    /** The name by which lists are sorted. */
    public static final String NAME = "name";
    /** The best estimate of deaths for sorting; -1 if none is given. */
    public static final String FATALITIES = "fatalities";
    /** The low estimate of deaths, if given. */
    public static final String LOW = "low";
    /** The best estimate of deaths, if given. */
    public static final String BEST = "best";
    /** The high estimate of deaths, if given. */
    public static final String HIGH = "high";
    /** The point, as latitude and longitude. Both are also stored separately as doc values. */
    public static final String POINT = "point";
    /** The latitude of the point. */
    public static final String LAT = "lat";
    /** The longitude of the point. */
    public static final String LON = "lon";
    /** The participations as {@code role/actor}, where the actor may be an ancestor of the participant. */
    public static final String PARTICIPATION = "participation";
    /** The participations as {@code role/actor}, without ancestors of the actor. */
    public static final String DIRECT_PARTICIPATION = PARTICIPATION + ".direct";
    /** The participations without ancestors as doc values, for counting. */
    public static final String PARTS = "parts";
    /** The publisher of the source, or of the sources that report the event. */
    public static final String PUBLISHER = of(Field.PUBLISHER);
    /** The number of publishers that report the event. */
    public static final String PUBLISHERS = "publishers";
    /** The words of the title. */
    public static final String TITLE = "title";
    /** The words of all text. */
    public static final String TEXT = "text";
    /** The whole names of places and actors: the folded words, separated by single spaces. */
    public static final String WHOLE_NAME = "wholeName";

    private LuceneFields() {
    }

    /** Returns the key of a resource. */
    public static String key(ResourceKind kind, String id) {
        return kind.token() + "/" + id;
    }

    /** Returns the resource that a key identifies. */
    public static ResourceKey keyOf(String key) {
        int slash = key.indexOf('/');
        return new ResourceKey(ResourceKind.ofToken(key.substring(0, slash)), key.substring(slash + 1));
    }

    /** Returns the field of words, and of references with all their ancestors. */
    public static String of(Field field) {
        return field.role().isPresent() ? PARTICIPATION : field.name();
    }

    /** Returns the field of a text as it was written. */
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

    /** Returns the field of a number or a time. */
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

    /** Returns the doc values field by which a text is sorted. */
    public static String sorted(Property property) {
        return switch (property) {
            case TYPE_ID, PLACE_ID, DATASET_ID -> counted(property.field().orElseThrow());
            default -> "sorted." + property.word();
        };
    }

    /**
     * Converts a text as it was written to its term, and a term to its text. A value shown as {@code kind:id} or
     * {@code role:actor} is stored with a slash in place of the colon; neither part contains either character.
     */
    public static String swapped(Property property, String text) {
        return switch (property) {
            case PARTICIPANTS, ABOUT -> text.chars().map(c -> c == ':' ? '/' : c == '/' ? ':' : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            default -> text;
        };
    }

    /** Returns the field of direct references, without ancestors. */
    public static String direct(Field field) {
        return of(field) + ".direct";
    }

    /** Returns the doc values field by which direct values are counted. */
    public static String counted(Field field) {
        return of(field) + ".counted";
    }

    /** Returns the term of a reference. Ids are unique only within a resource type. */
    public static String term(Field field, ResourceKind kind, String id) {
        return field.role().map(role -> participation(role, id))
                .orElseGet(() -> field.refersTo().size() > 1 ? key(kind, id) : id);
    }

    /** Returns the term of an actor in a role. */
    public static String participation(Role role, String actor) {
        return EnumNames.wordOf(role) + "/" + actor;
    }
}
