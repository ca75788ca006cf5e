package org.casus.openapi;

import java.util.List;
import java.util.Map;
import org.casus.http.Limits;
import org.casus.http.json.EnumNames;
import org.casus.model.Role;
import org.casus.query.CountParser;
import org.casus.query.Dimension;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The schemas and parameters of counts, generated from the table of dimensions. */
final class CountSchemas {

    private CountSchemas() {
    }

    static void addTo(Map<String, Schema> schemas) {
        schemas.put("Counts", counts());
        schemas.put("CountRow", row());
        schemas.put("CountDimension", dimension());
        schemas.put("FatalitySums", sums());
        schemas.put("CountLinks", SharedSchemas.links(List.of("self", "permalink", "events"), "self; permalink, which gives"
                + " this answer for ever; and events, the list of all that match"));
        schemas.put("CountRowLinks", SharedSchemas.links(List.of("events"), "events: as many as 'count' says; possible:"
                + " those and all that are possible, as many as 'count' and 'possible' say together")
                .addProperty("possible", SharedSchemas.path()));
    }

    private static Schema dimension() {
        Schema words = SharedSchemas.text().description("What events are counted by. " + String.join("; ",
                Dimension.offered().stream().map(by -> by.word() + ": " + by.meaning()).toList()));
        Dimension.offered().forEach(by -> words.addEnumeration(by.word()));
        return words;
    }

    private static Schema counts() {
        return object("How many events there are of what")
                .addProperty("by", dimensions("What was asked for"))
                .addProperty("rows", array(SharedSchemas.ref("CountRow")).description("By time, then the highest count first"))
                .addProperty("other", array(object("A dimension that has more values than 'limit'")
                        .addProperty("by", SharedSchemas.ref("CountDimension"))
                        .addProperty("values", SharedSchemas.number(1).description("How many values are in rows of others"))
                        .required(List.of("by", "values"))))
                .addProperty("total", SharedSchemas.number(0).description("How many events match in all, exactly. Rows"
                        + " need not sum up to it: an event counts once for each of its actors, and not in 'count' where its"
                        + " time is not certain"))
                .addProperty("asOf", SharedSchemas.number(0).description("The revision that was counted"))
                .addProperty("links", SharedSchemas.ref("CountLinks"))
                .required(List.of("by", "rows", "other", "total", "asOf", "links"));
    }

    private static Schema row() {
        Schema row = object("Events that have one value in each dimension; what is not asked for, or not there, is absent");
        for (Dimension by : Dimension.offered()) {
            row.addProperty(by.word(), member(by));
        }
        return row
                .addProperty("without", dimensions("Of which dimensions its events have nothing; absent where of none"))
                .addProperty("other", dimensions("In which dimensions it is of all values that have no rows of their own;"
                        + " absent where in none"))
                .addProperty("count", SharedSchemas.number(0).description("Events; by time, those that lie wholly in it"))
                .addProperty("possible", SharedSchemas.number(0).description("By time: events that may have been in it,"
                        + " or else in another"))
                .addProperty("fatalities", SharedSchemas.ref("FatalitySums"))
                .addProperty("links", SharedSchemas.ref("CountRowLinks"))
                .required(List.of("count", "fatalities"));
    }

    private static Schema member(Dimension by) {
        if (by.kind().isPresent()) {
            return SharedSchemas.ref("Reference");
        }
        return switch (by) {
            case ROLE -> {
                Schema roles = SharedSchemas.text().description("A role");
                EnumNames.of(Role.class).forEach(roles::addEnumeration);
                yield roles;
            }
            case YEAR -> time("A year", "[0-9]{4}", "2023");
            case MONTH -> time("A month", "[0-9]{4}-[0-9]{2}", "2023-07");
            case WEEK -> time("An ISO week, Monday to Sunday", "[0-9]{4}-W[0-9]{2}", "2023-W29");
            case DAY -> time("A day", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "2023-07-19");
            default -> SharedSchemas.text().description("The publisher of a source").example("Kyiv Post");
        };
    }

    private static Schema time(String description, String pattern, String example) {
        return SharedSchemas.text().description(description + " in UTC").pattern("^" + pattern + "$").example(example);
    }

    private static Schema sums() {
        return object("Sums of the estimates given for the events in 'count'; an event without one adds nothing")
                .addProperty("low", SharedSchemas.number(0)).addProperty("best", SharedSchemas.number(0))
                .addProperty("high", SharedSchemas.number(0)).required(List.of("low", "best", "high"));
    }

    private static Schema dimensions(String description) {
        return array(SharedSchemas.ref("CountDimension")).description(description);
    }

    static Schema array(Schema of) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(of);
    }

    static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    /** Returns the parameters of counts besides the filters. */
    static List<Parameter> parameters() {
        Schema by = array(SharedSchemas.ref("CountDimension")).minItems(1).maxItems(CountParser.MOST).uniqueItems(true);
        return List.of(
                SharedParameters.query("by", "What to count by: up to " + CountParser.MOST + " dimensions, at most one of"
                                + " them year, month, week or day", by)
                        .required(true).style(Parameter.Style.FORM).explode(false).example(List.of("month", "type")),
                SharedParameters.query("limit", "Most values of each dimension that is no time: those that most events"
                        + " have. The others are merged into rows of their own", SharedParameters.limitUpTo(
                                Limits.VALUES_COUNTED, Limits.VALUES_COUNTED)),
                SharedParameters.query("empty", "Whether times in which nothing was are rows too", truth()),
                SharedParameters.query("facet", "Whether the dimensions are counted as if the filters on themselves were not"
                        + " given, as for a list to choose from", truth()));
    }

    private static Schema truth() {
        return OASFactory.createSchema().addType(SchemaType.BOOLEAN).defaultValue(false);
    }
}
