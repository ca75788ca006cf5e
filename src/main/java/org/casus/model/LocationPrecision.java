package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How exactly a point is known. */
public enum LocationPrecision {
    /** The spot itself. */
    @JsonProperty("exact") EXACT,
    /** Within some 25 km. */
    @JsonProperty("near") NEAR,
    /** A point for a second-level division. */
    @JsonProperty("district") DISTRICT,
    /** A point for a first-level division. */
    @JsonProperty("region") REGION,
    /** A point for a line, a front, a sea or another loose area. */
    @JsonProperty("area") AREA,
    /** A point for a whole country. */
    @JsonProperty("country") COUNTRY
}
