package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How one event stands to another. */
public enum RelationKind {
    /** Has no circles: no event is part of itself. */
    @JsonProperty("partOf") PART_OF,
    @JsonProperty("respondsTo") RESPONDS_TO,
    @JsonProperty("causes") CAUSES,
    @JsonProperty("precedes") PRECEDES,
    @JsonProperty("refersTo") REFERS_TO,
    @JsonProperty("contradicts") CONTRADICTS,
    /** Another record of the same incident. */
    @JsonProperty("sameIncidentAs") SAME_INCIDENT_AS
}
