package org.casus.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.casus.http.Limits;
import org.casus.http.Urls;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.Sort;
import org.casus.query.field.Field;
import org.casus.query.field.Match;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.ReadModel.Page;
import org.casus.readmodel.ReadModel.Stored;
import org.casus.render.JsonItemWriter;

/** Resolves codes of other taxonomies to event types, using the mappings of the types at a revision. */
final class TaxonomyCodes {

    private static final String CAMEO = "cameo:";
    private static final int CAMEO_KNOWN = CAMEO.length() + 3;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ReadModel model;

    TaxonomyCodes(ReadModel model) {
        this.model = model;
    }

    /**
     * Returns the filters with every code of {@code type} replaced by the type that it is mapped to.
     *
     * @throws Problem 400 for a code without a mapping
     */
    List<Filter> resolve(List<Filter> filters, OptionalLong asOf) {
        return filters.stream().map(filter -> hasCodes(filter) ? resolve((Filter.Values) filter, asOf) : filter).toList();
    }

    private static boolean hasCodes(Filter filter) {
        return filter instanceof Filter.Values values && values.field() == Field.TYPE
                && values.values().stream().anyMatch(TaxonomyCodes::isCode);
    }

    private static boolean isCode(String value) {
        return value.indexOf(':') >= 0;
    }

    private Filter resolve(Filter.Values types, OptionalLong asOf) {
        List<String> ids = new ArrayList<>();
        for (String value : types.values()) {
            ids.add(isCode(value) ? typeOf(types.parameter(), value, asOf) : value);
        }
        return new Filter.Values(types.field(), types.match(), ids);
    }

    /** Returns the type of a code. A four-digit CAMEO code without a mapping is read as its first three digits, as CAMEO defines. */
    private String typeOf(String parameter, String code, OptionalLong asOf) {
        Optional<String> type = lookUp(code, asOf);
        if (type.isEmpty() && code.startsWith(CAMEO) && code.length() == CAMEO_KNOWN + 1) {
            type = lookUp(code.substring(0, CAMEO_KNOWN), asOf);
        }
        return type.orElseThrow(() -> unknown(parameter, code, asOf));
    }

    private Problem unknown(String parameter, String code, OptionalLong asOf) {
        EventLoopDispatch.mayWait();
        return Problem.parameter(parameter, ErrorCode.UNKNOWN_REFERENCE,
                "no event type stands for '" + CleanText.shown(code) + "'" + NearestMatch.to(code, codes(asOf))
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("; /event-types shows the codes of each type in 'mappings'"));
    }

    private Optional<String> lookUp(String code, OptionalLong asOf) {
        Filter coded = new Filter.Values(Field.CODING, Match.ANY, List.of(code));
        return types(List.of(coded), asOf).items().stream().map(Stored::id).findFirst();
    }

    private Page types(List<Filter> filters, OptionalLong asOf) {
        Sort sort = Sort.of(ResourceKind.EVENT_TYPE).get(0);
        return model.list(
                new ListQuery(ResourceKind.EVENT_TYPE, filters, sort, Limits.PAGE_MOST, Optional.empty()), asOf);
    }

    /** Returns every code that is mapped to a type. */
    private List<String> codes(OptionalLong asOf) {
        Page page = types(List.of(), asOf);
        List<String> codes = new ArrayList<>();
        for (Stored type : page.items()) {
            try {
                byte[] json = new JsonItemWriter(page.names(), "", OptionalLong.empty()).item(type.template());
                JsonNode mappings = MAPPER.readTree(json).path("mappings");
                mappings.properties().forEach(scheme -> scheme.getValue()
                        .forEach(code -> codes.add(scheme.getKey() + ":" + code.asText())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return codes;
    }

    /**
     * Adds a link to the same query with codes replaced by types, if it contains any.
     *
     * @param parameters the parameters as requested
     * @param understood the filters parsed from them, with codes resolved
     */
    static void readAs(String path, Map<String, List<String>> parameters, List<Filter> asked, List<Filter> understood,
            Map<String, String> links) {
        if (asked.stream().noneMatch(TaxonomyCodes::hasCodes)) {
            return;
        }
        Map<String, List<String>> read = new TreeMap<>(parameters);
        // a cursor belongs to the original query
        read.remove("cursor");
        for (Filter filter : understood) {
            if (filter instanceof Filter.Values values && values.field() == Field.TYPE) {
                read.put(values.parameter(), List.of(String.join(",", values.values())));
            }
        }
        links.put("readAs", Urls.of(path, read));
    }
}
