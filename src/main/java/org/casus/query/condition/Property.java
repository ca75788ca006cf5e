package org.casus.query.condition;

import static org.casus.model.ResourceKind.DATASET;
import static org.casus.model.ResourceKind.EVENT;
import static org.casus.model.ResourceKind.EVENT_TYPE;
import static org.casus.model.ResourceKind.PLACE;
import static org.casus.model.ResourceKind.STATEMENT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.query.field.Field;

/**
 * A property of a resource, with no, one or several values, that conditions can test. Conditions are parsed, documented and
 * indexed from this table.
 */
public enum Property {

    ID("id", Type.TEXT, "The id", EVENT, PLACE, STATEMENT),
    TITLE("title", Type.TEXT, "The title", EVENT),
    SUMMARY("summary", Type.TEXT, "What happened, in a few sentences", EVENT),
    NAME("name", Type.TEXT, "The name", PLACE),
    NAMES("names", Many.VALUES, "Its other names", PLACE),
    GIST("gist", Type.TEXT, "What was said, in the recorder's own words", STATEMENT),
    QUOTE("quote", Type.TEXT, "The words themselves", STATEMENT),
    WHEN("when", Type.TEXT, "When it was, as exactly as it is known (EDTF)", EVENT, STATEMENT),
    EARLIEST("earliest", Type.MOMENT, "The first moment it may have been; absent where open", EVENT, STATEMENT),
    LATEST("latest", Type.MOMENT, "The last moment it may have been; absent where open", EVENT, STATEMENT),
    START("start", EARLIEST, "The first day on which it may have been, in UTC; absent where open", EVENT, STATEMENT),
    END("end", LATEST, "The last day on which it may have been, in UTC; absent where open", EVENT, STATEMENT),
    TYPE_ID("typeId", Field.TYPE, "The id of the type itself", EVENT),
    TYPE_NAME("typeName", TYPE_ID, EVENT_TYPE, "The name of the type", EVENT),
    KIND("kind", Field.PLACE_KIND, "What the place is", PLACE),
    PLACE_ID("placeId", Field.PLACE_OF, "The id of the place itself", EVENT),
    PLACE_NAME("placeName", PLACE_ID, PLACE, "The name of the place", EVENT),
    PRECISION("precision", Type.TEXT, "How exactly the point is known", EVENT, PLACE),
    WITHIN_ID("withinId", Type.TEXT, "The id of the place that it lies in", PLACE),
    WITHIN_NAME("withinName", WITHIN_ID, PLACE, "The name of the place that it lies in", PLACE),
    SPEAKER_ID("speakerId", Field.SPEAKER, "The id of who said it", STATEMENT),
    SPEAKER_NAME("speakerName", SPEAKER_ID, ResourceKind.ACTOR, "The name of who said it", STATEMENT),
    MADE_IN_ID("madeInId", Field.MADE_IN, "The id of the event in which it was said", STATEMENT),
    MADE_IN_TITLE("madeInTitle", Type.TEXT, "The title of that event", STATEMENT),
    ABOUT("about", Many.VALUES, Field.ABOUT, "What it is about, as kind:id", STATEMENT),
    LANGUAGE("language", Field.LANGUAGE, "The language of the quote (BCP 47)", STATEMENT),
    SOURCE_ID("sourceId", Field.SOURCE_OF, "The id of the source", STATEMENT),
    SOURCE_TITLE("sourceTitle", Type.TEXT, "The title of the source", STATEMENT),
    PARTICIPANTS("participants", Many.VALUES, "All who took part, as role:actor", EVENT),
    INITIATORS("initiators", PARTICIPANTS, Role.INITIATOR, "The names of those who did it", EVENT),
    TARGETS("targets", PARTICIPANTS, Role.TARGET, "The names of those to whom it was done", EVENT),
    SOURCES("sources", Many.VALUES, "The titles of the sources that report it", EVENT),
    TAGS("tags", Many.VALUES, Field.TAG, "Its tags", EVENT),
    IDENTIFIERS("identifiers", Many.VALUES, Field.IDENTIFIER, "What it is elsewhere, as scheme:value", PLACE),
    FATALITIES_LOW("fatalitiesLow", Type.NUMBER, "The lowest estimate of deaths", EVENT),
    FATALITIES_BEST("fatalitiesBest", Type.NUMBER, "The best estimate of deaths", EVENT),
    FATALITIES_HIGH("fatalitiesHigh", Type.NUMBER, "The highest estimate of deaths", EVENT),
    DATASET_ID("datasetId", Field.DATASET_OF, "The id of the dataset", EVENT),
    DATASET_NAME("datasetName", DATASET_ID, DATASET, "The title of the dataset", EVENT),
    REVISION("revision", Type.NUMBER, "The revision at which this state began", EVENT, PLACE, STATEMENT),
    UPDATED_AT("updatedAt", Type.MOMENT, "When this state was recorded", EVENT, PLACE, STATEMENT),
    GEOMETRY("geometry", Type.POINT, "Where it is: a point of its own", EVENT, PLACE);

    /** The type of the values. */
    public enum Type {
        TEXT, NUMBER, DAY, MOMENT, POINT
    }

    /** How many values a resource may have. */
    private enum Many {
        VALUE, VALUES
    }

    private static final String OF_SEVERAL = "; of several values, a condition is true if it is true of one, and a|b is equal if each is";

    private final String word;
    private final Type type;
    private final Field field;
    private final Property base;
    private final ResourceKind named;
    private final Role role;
    private final Many many;
    private final String meaning;
    private final List<ResourceKind> of;

    Property(String word, Type type, String meaning, ResourceKind... of) {
        this(word, type, Many.VALUE, null, null, null, null, meaning, of);
    }

    Property(String word, Many many, String meaning, ResourceKind... of) {
        this(word, many, null, meaning, of);
    }

    Property(String word, Many many, Field field, String meaning, ResourceKind... of) {
        this(word, Type.TEXT, many, field, null, null, null, meaning, of);
    }

    Property(String word, Property moment, String meaning, ResourceKind... of) {
        this(word, Type.DAY, Many.VALUE, null, moment, null, null, meaning, of);
    }

    Property(String word, Property participants, Role role, String meaning, ResourceKind... of) {
        this(word, Type.TEXT, Many.VALUES, null, participants, ResourceKind.ACTOR, role, meaning, of);
    }

    Property(String word, Field field, String meaning, ResourceKind... of) {
        this(word, Type.TEXT, Many.VALUE, field, null, null, null, meaning, of);
    }

    Property(String word, Property id, ResourceKind named, String meaning, ResourceKind... of) {
        this(word, Type.TEXT, Many.VALUE, null, id, named, null, meaning, of);
    }

    Property(String word, Type type, Many many, Field field, Property of, ResourceKind named, Role role, String meaning,
            ResourceKind... kinds) {
        this.word = word;
        this.type = type;
        this.field = field;
        this.base = of;
        this.named = named;
        this.role = role;
        this.many = many;
        this.meaning = meaning + (many == Many.VALUES ? OF_SEVERAL : "");
        this.of = List.of(kinds);
    }

    /** Returns the properties of a resource type. */
    public static List<Property> of(ResourceKind kind) {
        return Arrays.stream(values()).filter(property -> property.of.contains(kind)).toList();
    }

    /** Returns the name of the property in conditions. */
    public String word() {
        return word;
    }

    public Type type() {
        return type;
    }

    public String meaning() {
        return meaning;
    }

    /** Returns the filter field with the same values, if there is one; the property holds them as written, without ancestors. */
    public Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    /** Returns which resource the property names, if it is the name of a referenced resource. */
    public Optional<Naming> naming() {
        return named == null ? Optional.empty() : Optional.of(new Naming(named, base, Optional.ofNullable(role)));
    }

    /**
     * Describes a property that is the name of a referenced resource. The name itself comes from the directory of names.
     *
     * @param id the property that holds the id of the resource
     * @param role for names of actors, the role in which they take part
     */
    public record Naming(ResourceKind kind, Property id, Optional<Role> role) {
    }

    /** Returns the property to compare: for a day the moment that it is derived from, otherwise this property. */
    public Property compared() {
        return type == Type.DAY ? base : this;
    }

    /** Returns whether a resource may have several values of this property. */
    public boolean hasSeveral() {
        return many == Many.VALUES;
    }
}
