package org.casus.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bounding box of a place in WGS 84 degrees. West is greater than east if it crosses the antimeridian. */
@Embeddable
@Schema(type = SchemaType.ARRAY, implementation = Double.class, minItems = 4, maxItems = 4,
        description = "West, south, east and north in degrees (WGS 84); west is greater than east where the box crosses"
                + " the antimeridian", examples = "[12.09, 48.55, 18.86, 51.06]")
public record Box(Double west, Double south, Double east, Double north) {

    private static final String RULE =
            "a bbox is four numbers, [west, south, east, north], in degrees: longitudes from -180 to 180, latitudes from"
                    + " -90 to 90, south not above north";

    /**
     * Creates a box from its sides.
     *
     * @throws IllegalArgumentException if a side is missing or out of range, or south is above north
     */
    public Box {
        if (west == null || south == null || east == null || north == null
                || !(Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north)) {
            throw new IllegalArgumentException(RULE);
        }
        west = DegreeRounding.kept(west);
        south = DegreeRounding.kept(south);
        east = DegreeRounding.kept(east);
        north = DegreeRounding.kept(north);
    }

    /**
     * Creates a box from the JSON array {@code [west, south, east, north]}.
     *
     * @throws IllegalArgumentException if the list does not have four numbers, or they are not the sides of a box
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Box of(List<Double> corners) {
        if (corners.size() != 4) {
            throw new IllegalArgumentException(RULE);
        }
        return new Box(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    @JsonValue
    public List<Double> corners() {
        return List.of(west, south, east, north);
    }
}
