package org.casus.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The conformance classes of the OGC standards that this interface implements. */
@Schema(name = "OgcConformance", description = "The classes of requirements that are kept", requiredProperties = "conformsTo")
public record OgcConformance(
        @Schema(examples = "[\"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core\"]") List<String> conformsTo) {

    static final OgcConformance DECLARED = new OgcConformance(Stream.of(
            of("ogcapi-features-1/1.0", "core", "geojson", "oas30"),
            of("ogcapi-features-3/1.0", "queryables", "queryables-query-parameters", "filter", "features-filter"),
            of("cql2/1.0", "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators", "case-insensitive-comparison",
                    "accent-insensitive-comparison", "basic-spatial-functions", "basic-spatial-functions-plus", "spatial-functions",
                    "temporal-functions"),
            of("ogcapi-features-5/1.0", "schemas", "core-roles-features"),
            of("ogcapi-features-8/1.0", "sortables", "sorting", "features-sorting")).flatMap(List::stream).toList());

    private static List<String> of(String part, String... classes) {
        return Stream.of(classes).map(name -> "http://www.opengis.net/spec/" + part + "/conf/" + name).toList();
    }
}
