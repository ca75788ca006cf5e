package org.casus.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A point in WGS 84 degrees with the precision at which it is known. */
@Embeddable
@Schema(description = "A point in WGS 84, and how exactly it is known")
public record Location(
        @NotNull(message = "lat is required")
        @DecimalMin(value = "-90", message = "lat is from -90 to 90 degrees")
        @DecimalMax(value = "90", message = "lat is from -90 to 90 degrees")
        @Schema(description = "Latitude in degrees", examples = "50.08804") Double lat,

        @NotNull(message = "lon is required")
        @DecimalMin(value = "-180", message = "lon is from -180 to 180 degrees")
        @DecimalMax(value = "180", message = "lon is from -180 to 180 degrees")
        @Schema(description = "Longitude in degrees", examples = "14.42076") Double lon,

        @Enumerated(EnumType.STRING)
        @Column(name = "point_precision")
        LocationPrecision precision) {

    public Location {
        lat = DegreeRounding.kept(lat);
        lon = DegreeRounding.kept(lon);
    }
}
