package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The precision of a point. */
public enum LocationPrecision {
    /** The exact site. */
    @JsonProperty("exact") EXACT,
    /** Within about 25 km of the site. */
    @JsonProperty("near") NEAR,
    /** A point that represents a second-level administrative division. */
    @JsonProperty("district") DISTRICT,
    /** A point that represents a first-level administrative division. */
    @JsonProperty("region") REGION,
    /** A point that represents a line, a front, a sea or another vague area. */
    @JsonProperty("area") AREA,
    /** A point that represents a whole country. */
    @JsonProperty("country") COUNTRY
}
