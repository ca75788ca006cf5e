package org.casus.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.Edtf;
import org.casus.model.edtf.TimeRange;
import org.casus.query.condition.DelimitedValues;

/**
 * The table of the flat properties of features. Each property is a text, a number, a day, a moment or null, so that it fits into
 * one column of a table; several values are joined into one text.
 */
public final class FeatureProperties {

    private static final List<Column> EVENT = List.of(
            text("title", "The title", path("title")),
            text("summary", "What happened, in a few sentences", path("summary")),
            text("when", "When it was, as exactly as it is known (EDTF)", path("when")),
            day("start", "The first day on which it may have begun, in UTC; null where open or unknown", path("earliest")),
            day("end", "The last day on which it may have ended, in UTC; null where open or unknown", path("latest")),
            moment("earliest", "The first moment it may have been; null where open", path("earliest")),
            moment("latest", "The last moment it may have been; null where open", path("latest")),
            text("typeId", "The id of the type", path("type", "id")),
            text("typeName", "The name of the type", path("type", "name")),
            text("placeId", "The id of the place", path("place", "id")),
            text("placeName", "The name of the place", path("place", "name")),
            text("precision", "How exactly the point is known", path("location", "precision")),
            text("initiators", "The names of those who did it", actors("initiator")),
            text("targets", "The names of those to whom it was done", actors("target")),
            text("participants", "All who took part, as role:actor", joined("participants", of ->
                    of.path("role").asText() + ":" + of.path("actor").path("id").asText())),
            number("fatalitiesLow", "The lowest estimate of deaths", path("fatalities", "low")),
            number("fatalitiesBest", "The best estimate of deaths", path("fatalities", "best")),
            number("fatalitiesHigh", "The highest estimate of deaths", path("fatalities", "high")),
            text("sources", "The titles of the sources that report it", joined("reports", by ->
                    by.path("source").path("name").asText())),
            text("tags", "Its tags", joined("tags", JsonNode::asText)),
            text("datasetId", "The id of the dataset", path("dataset", "id")),
            text("datasetName", "The title of the dataset", path("dataset", "name")),
            number("revision", "The revision at which this state began", path("revision")),
            moment("updatedAt", "When this state was recorded", path("updatedAt")));

    private static final List<Column> PLACE = List.of(
            text("name", "The name", path("name")),
            text("kind", "What it is", path("kind")),
            text("names", "Its other names", joined("names", name -> name.path("name").asText())),
            text("withinId", "The id of the place that it lies in", path("within", "id")),
            text("withinName", "The name of the place that it lies in", path("within", "name")),
            text("precision", "How exactly the point is known", path("location", "precision")),
            text("identifiers", "What it is elsewhere, as scheme:value", joined("identifiers", of ->
                    of.path("scheme").asText() + ":" + of.path("value").asText())),
            number("revision", "The revision at which this state began", path("revision")),
            moment("updatedAt", "When this state was recorded", path("updatedAt")));

    private static final List<Column> STATEMENT = List.of(
            text("speakerId", "The id of who said it", path("speaker", "id")),
            text("speakerName", "The name of who said it", path("speaker", "name")),
            text("gist", "What was said, in the recorder's own words", path("gist")),
            text("quote", "The words themselves", path("quote")),
            text("language", "The language of the quote (BCP 47)", path("language")),
            text("when", "When it was said, as exactly as it is known (EDTF)", path("when")),
            day("start", "The first day on which it may have been said, in UTC; null where open or unknown",
                    of -> bound(of, TimeRange::earliest)),
            day("end", "The last day on which it may have been said, in UTC; null where open or unknown",
                    of -> bound(of, TimeRange::latest)),
            moment("earliest", "The first moment it may have been; null where open", of -> bound(of, TimeRange::earliest)),
            moment("latest", "The last moment it may have been; null where open", of -> bound(of, TimeRange::latest)),
            text("madeInId", "The id of the event in which it was said", path("madeIn", "id")),
            text("madeInTitle", "The title of that event", path("madeIn", "name")),
            text("about", "What it is about, as kind:id", joined("about", FeatureProperties::about)),
            text("sourceId", "The id of the source", path("source", "id")),
            text("sourceTitle", "The title of the source", path("source", "name")),
            number("revision", "The revision at which this state began", path("revision")),
            moment("updatedAt", "When this state was recorded", path("updatedAt")));

    private static final Map<ResourceKind, List<Column>> BY_KIND =
            Map.of(ResourceKind.EVENT, EVENT, ResourceKind.PLACE, PLACE, ResourceKind.STATEMENT, STATEMENT);

    /** The resource types that are available as features. */
    public static final List<ResourceKind> KINDS = List.of(ResourceKind.EVENT, ResourceKind.PLACE, ResourceKind.STATEMENT);

    private FeatureProperties() {
    }

    /** The type of the values of a property. */
    public enum Type {
        TEXT, NUMBER, DAY, MOMENT
    }

    /**
     * One property.
     *
     * @param value returns the value for a resource given as JSON; null if it has none
     */
    public record Column(String name, Type type, String meaning, Function<JsonNode, Object> value) {
    }

    /** Returns the properties of a resource type, which are always the same and in the same order. */
    public static List<Column> of(ResourceKind kind) {
        return BY_KIND.get(kind);
    }

    private static Column text(String name, String meaning, Function<JsonNode, Object> value) {
        return new Column(name, Type.TEXT, meaning, value);
    }

    private static Column number(String name, String meaning, Function<JsonNode, Object> value) {
        return new Column(name, Type.NUMBER, meaning, value);
    }

    /** Returns a column with the UTC day of a moment. */
    private static Column day(String name, String meaning, Function<JsonNode, Object> moment) {
        return new Column(name, Type.DAY, meaning, moment.andThen(found ->
                found == null ? null : Instant.parse((String) found).atOffset(ZoneOffset.UTC).toLocalDate().toString()));
    }

    private static Column moment(String name, String meaning, Function<JsonNode, Object> value) {
        return new Column(name, Type.MOMENT, meaning, value);
    }

    private static Function<JsonNode, Object> path(String... members) {
        return item -> {
            JsonNode found = item;
            for (String member : members) {
                found = found.path(member);
            }
            if (found.isIntegralNumber()) {
                return found.longValue();
            }
            return found.isTextual() ? found.textValue() : null;
        };
    }

    private static Function<JsonNode, Object> actors(String role) {
        return item -> DelimitedValues.joined(StreamSupport.stream(item.path("participants").spliterator(), false)
                .filter(of -> of.path("role").asText().equals(role))
                .map(of -> of.path("actor").path("name").asText()));
    }

    private static Function<JsonNode, Object> joined(String member, Function<JsonNode, String> value) {
        return item -> DelimitedValues.joined(StreamSupport.stream(item.path(member).spliterator(), false).map(value));
    }

    private static Object bound(JsonNode item, Function<TimeRange, Object> bound) {
        if (!item.path("when").isTextual()) {
            return null;
        }
        Object moment = bound.apply(Edtf.parse(item.path("when").textValue()).range());
        return moment == null ? null : moment.toString();
    }

    private static String about(JsonNode of) {
        String kind = of.fieldNames().next();
        return kind + ":" + of.path(kind).path("id").asText();
    }
}
