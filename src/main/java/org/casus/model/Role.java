package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an actor did in an event. */
public enum Role {
    /** Who acted. */
    @JsonProperty("initiator") INITIATOR,
    /** Whom it was done to. */
    @JsonProperty("target") TARGET,
    @JsonProperty("speaker") SPEAKER,
    @JsonProperty("addressee") ADDRESSEE,
    /** Who gave the stage. */
    @JsonProperty("host") HOST,
    @JsonProperty("participant") PARTICIPANT,
    @JsonProperty("mediator") MEDIATOR,
    @JsonProperty("victim") VICTIM,
    @JsonProperty("organizer") ORGANIZER
}
