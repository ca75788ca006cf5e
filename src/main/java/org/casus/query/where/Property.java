package org.casus.query.where;

import static org.casus.vocabulary.ResourceKind.DATASET;
import static org.casus.vocabulary.ResourceKind.EVENT;
import static org.casus.vocabulary.ResourceKind.EVENT_TYPE;
import static org.casus.vocabulary.ResourceKind.PLACE;
import static org.casus.vocabulary.ResourceKind.STATEMENT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casus.query.Field;
import org.casus.vocabulary.ResourceKind;

/**
 * What conditions can speak of: one value of a resource, or none. The one table from which conditions are read, documented
 * and indexed.
 */
public enum Property {

    ID("id", Type.TEXT, "The id", EVENT, PLACE, STATEMENT),
    TITLE("title", Type.TEXT, "The title", EVENT),
    NAME("name", Type.TEXT, "The name", PLACE),
    GIST("gist", Type.TEXT, "What was said, in the recorder's own words", STATEMENT),
    WHEN("when", Type.TEXT, "When it was, as exactly as it is known (EDTF)", EVENT, STATEMENT),
    EARLIEST("earliest", Type.MOMENT, "The first moment it may have been; absent where open", EVENT, STATEMENT),
    LATEST("latest", Type.MOMENT, "The last moment it may have been; absent where open", EVENT, STATEMENT),
    TYPE_ID("typeId", Field.TYPE, "The id of the type itself", EVENT),
    TYPE_NAME("typeName", TYPE_ID, EVENT_TYPE, "The name of the type", EVENT),
    KIND("kind", Field.PLACE_KIND, "What the place is", PLACE),
    PLACE_ID("placeId", Field.PLACE_OF, "The id of the place itself", EVENT),
    PLACE_NAME("placeName", PLACE_ID, PLACE, "The name of the place", EVENT),
    WITHIN_ID("withinId", Type.TEXT, "The id of the place that it lies in", PLACE),
    WITHIN_NAME("withinName", WITHIN_ID, PLACE, "The name of the place that it lies in", PLACE),
    SPEAKER_ID("speakerId", Field.SPEAKER, "The id of who said it", STATEMENT),
    SPEAKER_NAME("speakerName", SPEAKER_ID, ResourceKind.ACTOR, "The name of who said it", STATEMENT),
    MADE_IN_ID("madeInId", Field.MADE_IN, "The id of the event in which it was said", STATEMENT),
    LANGUAGE("language", Field.LANGUAGE, "The language of the quote (BCP 47)", STATEMENT),
    SOURCE_ID("sourceId", Field.SOURCE_OF, "The id of the source", STATEMENT),
    FATALITIES_LOW("fatalitiesLow", Type.NUMBER, "The lowest estimate of deaths", EVENT),
    FATALITIES_BEST("fatalitiesBest", Type.NUMBER, "The best estimate of deaths", EVENT),
    FATALITIES_HIGH("fatalitiesHigh", Type.NUMBER, "The highest estimate of deaths", EVENT),
    DATASET_ID("datasetId", Field.DATASET_OF, "The id of the dataset", EVENT),
    DATASET_NAME("datasetName", DATASET_ID, DATASET, "The title of the dataset", EVENT),
    REVISION("revision", Type.NUMBER, "The revision at which this state began", EVENT, PLACE, STATEMENT),
    GEOMETRY("geometry", Type.POINT, "Where it is: a point of its own", EVENT, PLACE);

    /** What values are. */
    public enum Type {
        TEXT, NUMBER, MOMENT, POINT
    }

    private final String word;
    private final Type type;
    private final Field field;
    private final Property id;
    private final ResourceKind named;
    private final String meaning;
    private final List<ResourceKind> of;

    Property(String word, Type type, String meaning, ResourceKind... of) {
        this(word, type, null, null, null, meaning, of);
    }

    Property(String word, Field field, String meaning, ResourceKind... of) {
        this(word, Type.TEXT, field, null, null, meaning, of);
    }

    Property(String word, Property id, ResourceKind named, String meaning, ResourceKind... of) {
        this(word, Type.TEXT, null, id, named, meaning, of);
    }

    Property(String word, Type type, Field field, Property id, ResourceKind named, String meaning, ResourceKind... of) {
        this.word = word;
        this.type = type;
        this.field = field;
        this.id = id;
        this.named = named;
        this.meaning = meaning;
        this.of = List.of(of);
    }

    /** The properties of resources of a kind. */
    public static List<Property> of(ResourceKind kind) {
        return Arrays.stream(values()).filter(property -> property.of.contains(kind)).toList();
    }

    /** The name by which it is spoken of. */
    public String word() {
        return word;
    }

    public Type type() {
        return type;
    }

    public String meaning() {
        return meaning;
    }

    /** Where it is a value of a field by which one can filter, too: as it was written, without what stands above. */
    public Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    /** Where it is the name of something: of what kind, and which property holds the id. */
    public Optional<Naming> naming() {
        return id == null ? Optional.empty() : Optional.of(new Naming(named, id));
    }

    /** A name is the directory's to say. */
    public record Naming(ResourceKind kind, Property id) {
    }
}
