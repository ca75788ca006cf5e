package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of a place, for example a country or a city. */
public enum PlaceKind {
    @JsonProperty("continent") CONTINENT,
    @JsonProperty("country") COUNTRY,
    @JsonProperty("former-country") FORMER_COUNTRY,
    @JsonProperty("region") REGION,
    @JsonProperty("district") DISTRICT,
    @JsonProperty("city") CITY,
    @JsonProperty("site") SITE,
    @JsonProperty("water") WATER
}
