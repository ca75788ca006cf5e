package org.casus.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.casus.query.ClusterParser;
import org.casus.query.Grid;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The schemas and the parameter of clusters. */
final class ClusterSchemas {

    private ClusterSchemas() {
    }

    static void addTo(Map<String, Schema> schemas) {
        schemas.put("Clusters", clusters());
        schemas.put("Cluster", cluster());
        schemas.put("ClusterRowLinks", SharedSchemas.links(List.of("events"), "events: the list of those in the cell"));
    }

    private static Schema clusters() {
        return CountSchemas.object("Where events are")
                .addProperty("zoom", zoom())
                .addProperty("clusters", CountSchemas.array(SharedSchemas.ref("Cluster"))
                        .description("The cells in which there are events, those with most first"))
                .addProperty("total", SharedSchemas.number(0).description("How many events are in all of them together"))
                .addProperty("unplaced", SharedSchemas.number(0).description("How many more events meet all filters but"
                        + " 'bbox' and have no point, so that they may be in the box or anywhere"))
                .addProperty("asOf", SharedSchemas.number(0).description("The revision that is shown"))
                .addProperty("links", SharedSchemas.ref("CountLinks"))
                .required(List.of("zoom", "clusters", "total", "unplaced", "asOf", "links"));
    }

    private static Schema cluster() {
        return CountSchemas.object("The events in one cell of the grid")
                .addProperty("id", SharedSchemas.text().pattern("^[0-9]+/[0-9]+/[0-9]+$").example("4/35/24")
                        .description("zoom/column/row: columns from the antimeridian eastward, rows from the south pole, from 0"))
                .addProperty("count", SharedSchemas.number(1))
                .addProperty("centre", CountSchemas.object("The mean of their points")
                        .addProperty("lat", number("Latitude in degrees", 50.08804))
                        .addProperty("lon", number("Longitude in degrees", 14.42076)).required(List.of("lat", "lon")))
                .addProperty("bounds", SharedSchemas.described("Box", "The smallest box that holds their points"))
                .addProperty("cell", SharedSchemas.described("Box", "The borders of the cell"))
                .addProperty("types", CountSchemas.array(CountSchemas.object("A type at the root of the tree")
                        .addProperty("type", SharedSchemas.ref("Reference")).addProperty("count", SharedSchemas.number(1))
                        .required(List.of("type", "count"))).description("How many are of which root type, most first"))
                .addProperty("fatalities", SharedSchemas.number(0).description("The sum of the best estimates given"))
                .addProperty("event", SharedSchemas.described("Event", "The event, where it is one"))
                .addProperty("links", SharedSchemas.described("ClusterRowLinks", "Absent where the box asked for leaves two"
                        + " parts of the cell"))
                .required(List.of("id", "count", "centre", "bounds", "cell", "types", "fatalities"));
    }

    private static Schema number(String description, double example) {
        return OASFactory.createSchema().addType(SchemaType.NUMBER).format("double").description(description).example(example);
    }

    private static Schema zoom() {
        Schema zoom = SharedSchemas.number(0).description("How fine the grid is").example(ClusterParser.ZOOM);
        zoom.setFormat("int32");
        zoom.setMaximum(BigDecimal.valueOf(Grid.FINEST));
        return zoom;
    }

    /** Returns {@code zoom}, the only parameter of clusters besides the filters. */
    static Parameter zoomParameter() {
        return SharedParameters.query("zoom", "How fine the grid is: cells are 90 degrees wide at 0, half as wide at each zoom"
                + " after it", zoom().defaultValue(ClusterParser.ZOOM));
    }
}
