package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The role of an actor in an event. */
public enum Role {
    /** The actor that acted. */
    @JsonProperty("initiator") INITIATOR,
    /** The actor that the action was directed at. */
    @JsonProperty("target") TARGET,
    @JsonProperty("speaker") SPEAKER,
    @JsonProperty("addressee") ADDRESSEE,
    /** The actor that hosted the event. */
    @JsonProperty("host") HOST,
    @JsonProperty("participant") PARTICIPANT,
    @JsonProperty("mediator") MEDIATOR,
    @JsonProperty("victim") VICTIM,
    @JsonProperty("organizer") ORGANIZER
}
