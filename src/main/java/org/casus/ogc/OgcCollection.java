package org.casus.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import org.casus.model.edtf.TimeRange;
import org.casus.model.geo.BoundingBox;
import org.casus.readmodel.Extent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The description of a feature collection, with the spatial and temporal extent of its features. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OgcCollection", requiredProperties = {"id", "title", "description", "itemType", "crs", "defaultSortOrder", "links"})
public record OgcCollection(
        @Schema(examples = "events") String id,
        @Schema(examples = "Events") String title,
        String description,
        @Schema(examples = "feature") String itemType,
        Bounds extent,
        @Schema(description = "What coordinates are in: longitude and latitude in degrees, WGS 84",
                examples = "[\"http://www.opengis.net/def/crs/OGC/1.3/CRS84\"]") List<String> crs,
        @Schema(description = "How features are sorted unless asked", examples = "[\"-earliest\"]") List<String> defaultSortOrder,
        List<OgcLink> links) {

    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

    /** The spatial and temporal extent of features. A part is absent if no feature has a location or a time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OgcExtent", description = "Where and when the features are")
    public record Bounds(Spatial spatial, Temporal temporal) {

        static Bounds of(Extent extent) {
            return new Bounds(extent.area().map(Spatial::of).orElse(null), extent.time().map(Temporal::of).orElse(null));
        }
    }

    /** A spatial extent: the west, south, east and north bounds. */
    @Schema(name = "OgcSpatialExtent", requiredProperties = {"bbox", "crs"})
    public record Spatial(
            @Schema(description = "West, south, east and north in degrees") List<List<Double>> bbox,
            String crs) {

        static Spatial of(BoundingBox box) {
            return new Spatial(List.of(List.of(box.west(), box.south(), box.east(), box.north())), CRS84);
        }
    }

    /** A temporal extent: the first and the last instant, each null if the extent is open on that side. */
    @Schema(name = "OgcTemporalExtent", requiredProperties = {"interval", "trs"})
    public record Temporal(
            @Schema(description = "The first moment and the last; null where it is open") List<List<String>> interval,
            String trs) {

        static Temporal of(TimeRange time) {
            return new Temporal(List.of(Arrays.asList(
                    time.earliest() == null ? null : time.earliest().toString(),
                    time.latest() == null ? null : time.latest().toString())), GREGORIAN);
        }
    }
}
