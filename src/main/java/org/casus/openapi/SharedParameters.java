package org.casus.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.casus.http.Limits;
import org.casus.http.json.EnumNames;
import org.casus.model.ResourceKind;
import org.casus.query.AsOf;
import org.casus.query.Sort;
import org.casus.render.Format;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters of the document, generated from the tables with which requests are parsed. */
final class SharedParameters {

    private SharedParameters() {
    }

    static Parameter id(boolean ofResource) {
        Schema schema = ofResource ? SharedSchemas.ref("Slug") : SharedSchemas.text();
        return OASFactory.createParameter().name("id").in(Parameter.In.PATH).required(true)
                .description(ofResource ? "The id of the resource" : "The id of the key").schema(schema);
    }

    static Parameter importId() {
        return OASFactory.createParameter().name("id").in(Parameter.In.PATH).required(true)
                .description("The id of the import").schema(SharedSchemas.text()).example("1");
    }

    static Parameter problemSlug() {
        return OASFactory.createParameter().name("slug").in(Parameter.In.PATH).required(true)
                .description("The last part of a problem's type").schema(SharedSchemas.text()).example("invalid-body");
    }

    static List<Parameter> ofList(ResourceKind kind) {
        List<Parameter> parameters = new ArrayList<>(FilterParameters.of(kind));
        Schema sorts = SharedSchemas.text();
        Sort.of(kind).forEach(sort -> sorts.addEnumeration(sort.word()));
        sorts.setDefaultValue(Sort.of(kind).get(0).word());
        parameters.add(query("sort", "The order; '-' is descending, relevance needs q", sorts));
        parameters.add(limit());
        parameters.add(query("cursor", "Where to go on: taken from links.next. It pins the revision of the first page",
                SharedSchemas.text()));
        parameters.addAll(moment());
        parameters.addAll(manner(Format.ofList(kind)));
        Schema all = OASFactory.createSchema().addType(SchemaType.BOOLEAN).addEnumeration(true);
        parameters.add(query("all", "The whole list at once, as a stream; without limit and cursor, in the formats "
                + words(Format.ofStream(kind)), all));
        parameters.add(query("of", "With f=manifest: the format of the export that is described",
                choice(Format.ofStream(kind)).defaultValue(Format.NDJSON.token())));
        return parameters;
    }

    static List<Parameter> ofCounts() {
        List<Parameter> parameters = new ArrayList<>(CountSchemas.parameters());
        parameters.addAll(FilterParameters.of(ResourceKind.EVENT));
        parameters.addAll(moment());
        return parameters;
    }

    static List<Parameter> ofClusters() {
        List<Parameter> parameters = new ArrayList<>(List.of(ClusterSchemas.zoomParameter()));
        parameters.addAll(FilterParameters.of(ResourceKind.EVENT));
        parameters.addAll(moment());
        return parameters;
    }

    static List<Parameter> ofItem(ResourceKind kind) {
        List<Parameter> parameters = new ArrayList<>(moment());
        parameters.addAll(manner(Format.ofItem(kind)));
        return parameters;
    }

    private static List<Parameter> moment() {
        return List.of(query("asOf", "Answer as of " + AsOf.RULE, SharedSchemas.text()),
                header("If-None-Match", "The ETag of what the client has"));
    }

    static List<Parameter> ofGraph() {
        Schema depth = SharedSchemas.number(1).format("int32").maximum(BigDecimal.valueOf(Limits.GRAPH_DEPTH))
                .defaultValue(1);
        Schema formats = SharedSchemas.text();
        List.of("json", "dot").forEach(formats::addEnumeration);
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(query("depth", "How many edges away from the event the graph reaches", depth));
        parameters.add(query("f", "The format, whatever the request accepts: JSON, or the language of Graphviz", formats));
        parameters.addAll(moment());
        return parameters;
    }

    private static List<Parameter> manner(List<Format> formats) {
        Schema fields = OASFactory.createSchema().addType(SchemaType.ARRAY).items(SharedSchemas.text())
                .minItems(1).maxItems(Limits.VALUES);
        return List.of(query("f", "The format, whatever Accept says", choice(formats)),
                query("fields", "Only these members, as paths, and the id; what is required otherwise may then be absent",
                        fields).style(Parameter.Style.FORM).explode(false).example(List.of("id", "revision")));
    }

    private static Schema choice(List<Format> formats) {
        Schema choice = SharedSchemas.text();
        formats.forEach(format -> choice.addEnumeration(format.token()));
        return choice;
    }

    private static String words(List<Format> formats) {
        return String.join(", ", formats.stream().map(Format::token).toList());
    }

    static List<Parameter> ofRevisions() {
        return List.of(after(), limit());
    }

    static List<Parameter> ofChanges() {
        Schema kinds = SharedSchemas.text();
        EnumNames.of(ResourceKind.class).forEach(kinds::addEnumeration);
        Parameter lastEventId = OASFactory.createParameter().name("Last-Event-ID").in(Parameter.In.HEADER)
                .description("With a stream: the last revision received").schema(SharedSchemas.number(0));
        return List.of(after(), query("upTo", "Up to this revision", SharedSchemas.number(0)),
                query("kind", "Of this kind of resource", kinds), query("dataset", "Of this dataset", SharedSchemas.text()),
                limit(), lastEventId);
    }

    static List<Parameter> ofWrite(HttpMethod method) {
        List<Parameter> parameters = new ArrayList<>();
        Schema reason = SharedSchemas.text();
        reason.setMaxLength(Limits.REASON);
        parameters.add(query("reason", "Why, for the ledger", reason).required(method == HttpMethod.DELETE));
        if (method != HttpMethod.POST) {
            parameters.add(header("If-Match", "The ETag of the revision to change; needed where something exists"));
        }
        if (method == HttpMethod.PUT) {
            parameters.add(header("If-None-Match", "'*' to create and never replace"));
        }
        return parameters;
    }

    private static Parameter after() {
        return query("after", "Only revisions after this number", SharedSchemas.number(0));
    }

    private static Parameter limit() {
        return query("limit", "How many at most", limitUpTo(Limits.PAGE_MOST, Limits.PAGE));
    }

    static Schema limitUpTo(int most, int otherwise) {
        Schema limit = SharedSchemas.number(1);
        limit.setFormat("int32");
        limit.setMaximum(BigDecimal.valueOf(most));
        limit.setDefaultValue(otherwise);
        return limit;
    }

    static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description).schema(schema);
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER).description(description)
                .schema(SharedSchemas.text());
    }
}
