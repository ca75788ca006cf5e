package org.casus.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.http.Limits;
import org.casus.http.json.EnumNames;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.code.Scheme;
import org.casus.model.geo.Circle;
import org.casus.query.AsOf;
import org.casus.query.BoundingBoxParser;
import org.casus.query.FilterParser;
import org.casus.query.field.Field;
import org.casus.query.field.Match;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The filter parameters of the document. Lists, counts, clusters and items all use the same set. */
final class FilterParameters {

    private FilterParameters() {
    }

    /** Returns the filter parameters of a resource type. */
    static List<Parameter> of(ResourceKind kind) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(SharedParameters.query("q", "Words, all of which must occur in titles, texts or names; \"phrases\","
                + " -not, prefix*. Case, accents and width make no difference in any script, and a whole name of a place or"
                + " an actor finds all its names: Kyiv, Kiev, Київ. A prefix of more than " + Limits.WORDS_OF_PREFIX
                + " words is refused",
                SharedSchemas.text()).example(kind == ResourceKind.EVENT ? "prague speech" : "prague"));
        for (Field field : Field.of(kind)) {
            for (Match match : field.matches()) {
                parameters.add(ofField(field, match, kind));
            }
        }
        if (FilterParser.hasTime(kind)) {
            addTime(parameters);
        }
        if (FilterParser.hasPoint(kind)) {
            addPoint(parameters, kind);
        }
        if (kind == ResourceKind.EVENT) {
            addFigures(parameters);
        }
        parameters.add(SharedParameters.query("changedSince", "In the state that it has since a revision after this: "
                + AsOf.SINCE_RULE, SharedSchemas.text()).example("1"));
        return parameters;
    }

    private static Parameter ofField(Field field, Match match, ResourceKind kind) {
        String how = switch (match) {
            case ANY -> "any of these: ";
            case ALL -> "all of these: ";
            case NONE -> "none of these: ";
            case IS -> "any of these alone, and nothing that stands below them: ";
        };
        Schema values = OASFactory.createSchema().addType(SchemaType.ARRAY).items(item(field))
                .minItems(1).maxItems(Limits.VALUES);
        String meaning = field.meaning().substring(0, 1).toLowerCase(Locale.ROOT) + field.meaning().substring(1);
        return SharedParameters.query(field.parameter() + match.suffix(), capital(how + meaning), values)
                .style(Parameter.Style.FORM).explode(false).example(List.of(field.example().split(",")));
    }

    private static Schema item(Field field) {
        if (field == Field.TYPE) {
            return SharedSchemas.text().description("The id of an event type, or a code of another taxonomy that leads"
                    + " to one, as scheme:code").pattern(typePattern());
        }
        Schema item = field.refersTo().isEmpty() ? SharedSchemas.text() : SharedSchemas.ref("Slug");
        field.choices().ifPresent(choices -> EnumNames.of(choices).forEach(item::addEnumeration));
        return item;
    }

    private static String typePattern() {
        return "^(" + Slug.PATTERN + "|(" + String.join("|", EnumNames.of(Scheme.class)) + "):.+)$";
    }

    private static void addTime(List<Parameter> parameters) {
        parameters.add(SharedParameters.query("from", "Not over before this date or instant (inclusive)",
                SharedSchemas.text()).example("2022-01-01"));
        parameters.add(SharedParameters.query("to", "Begun by this date or instant (inclusive)", SharedSchemas.text())
                .example("2023-12-31"));
        Schema certainties = SharedSchemas.text().addEnumeration("possible").addEnumeration("certain");
        certainties.setDefaultValue("possible");
        parameters.add(SharedParameters.query("dates", "How from and to are meant where a date is uncertain or a span:"
                + " possible, it may lie between them at least in part; certain, it lies wholly between them", certainties)
                .example("certain"));
    }

    private static void addPoint(List<Parameter> parameters, ResourceKind kind) {
        String whose = kind == ResourceKind.EVENT
                ? "; an event has a point only if it has a location of its own, its place lends it none"
                : "";
        parameters.add(numbers("bbox", 4, 6, "Has a point in this box, edges included: " + BoundingBoxParser.RULE + whose)
                .example(List.of(12.09, 48.55, 18.86, 51.06)));
        parameters.add(numbers("near", 2, 2, "Has a point within the radius around lon,lat (degrees, WGS 84)" + whose)
                .example(List.of(14.42, 50.09)));
        Schema km = OASFactory.createSchema().addType(SchemaType.NUMBER);
        km.setExclusiveMinimum(BigDecimal.ZERO);
        km.setMaximum(BigDecimal.valueOf((long) Circle.MOST_KM));
        parameters.add(SharedParameters.query("radius", "With near: the distance in km, inclusive, along a great circle on"
                + " a sphere of 6371.0088 km", km).example(25));
    }

    private static Parameter numbers(String name, int least, int most, String description) {
        Schema numbers = OASFactory.createSchema().addType(SchemaType.ARRAY)
                .items(OASFactory.createSchema().addType(SchemaType.NUMBER)).minItems(least).maxItems(most);
        return SharedParameters.query(name, description, numbers).style(Parameter.Style.FORM).explode(false);
    }

    private static void addFigures(List<Parameter> parameters) {
        parameters.add(SharedParameters.query("minSources", "Reported by sources of at least so many publishers",
                SharedSchemas.number(1).maximum(BigDecimal.valueOf(Limits.PUBLISHERS))).example(2));
        parameters.add(SharedParameters.query("fatalities", "The best estimate of deaths: 3, 1.. (one or more), 1..10 or"
                + " ..10; an event without a best estimate never matches",
                SharedSchemas.text().pattern("^([0-9]{1,9}|[0-9]{1,9}\\.\\.[0-9]{0,9}|\\.\\.[0-9]{1,9})$")).example("1.."));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
