package org.casus.shape;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rectangle in WGS 84 degrees; west lies east of east where it crosses the antimeridian. */
@Embeddable
@Schema(type = SchemaType.ARRAY, implementation = Double.class, minItems = 4, maxItems = 4,
        description = "West, south, east and north in degrees (WGS 84); west is greater than east where the box crosses"
                + " the antimeridian", examples = "[12.09, 48.55, 18.86, 51.06]")
public record Box(Double west, Double south, Double east, Double north) {

    private static final String RULE =
            "a bbox is four numbers, [west, south, east, north], in degrees: longitudes from -180 to 180, latitudes from"
                    + " -90 to 90, south not above north";

    /** @throws IllegalArgumentException if these are not the four numbers of a box */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Box of(List<Double> corners) {
        if (corners.size() != 4 || corners.contains(null)) {
            throw new IllegalArgumentException(RULE);
        }
        Box box = new Box(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
        if (Math.abs(box.west) > 180 || Math.abs(box.east) > 180 || box.south < -90 || box.north > 90
                || box.south > box.north) {
            throw new IllegalArgumentException(RULE);
        }
        return box;
    }

    @JsonValue
    public List<Double> corners() {
        return List.of(west, south, east, north);
    }
}
