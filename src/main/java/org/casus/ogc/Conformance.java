package org.casus.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The classes of requirements that this door keeps. */
@Schema(name = "OgcConformance", description = "The classes of requirements that are kept", requiredProperties = "conformsTo")
public record Conformance(
        @Schema(examples = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core") List<String> conformsTo) {

    static final Conformance DECLARED = new Conformance(Stream.of(
            of("ogcapi-features-1/1.0", "core", "geojson", "oas30")).flatMap(List::stream).toList());

    private static List<String> of(String part, String... classes) {
        return Stream.of(classes).map(name -> "http://www.opengis.net/spec/" + part + "/conf/" + name).toList();
    }
}
