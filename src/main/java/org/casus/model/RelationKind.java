package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of a relation from one event to another. */
public enum RelationKind {
    /** Forms no cycles: an event is never part of itself. */
    @JsonProperty("partOf") PART_OF,
    @JsonProperty("respondsTo") RESPONDS_TO,
    @JsonProperty("causes") CAUSES,
    @JsonProperty("precedes") PRECEDES,
    @JsonProperty("refersTo") REFERS_TO,
    @JsonProperty("contradicts") CONTRADICTS,
    /** The other event is another record of the same incident. */
    @JsonProperty("sameIncidentAs") SAME_INCIDENT_AS
}
