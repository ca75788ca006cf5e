package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of an actor, for example a state, a party or a person. */
public enum ActorKind {
    @JsonProperty("state") STATE,
    @JsonProperty("government") GOVERNMENT,
    @JsonProperty("military") MILITARY,
    @JsonProperty("intelligence") INTELLIGENCE,
    @JsonProperty("alliance") ALLIANCE,
    @JsonProperty("organization") ORGANIZATION,
    @JsonProperty("party") PARTY,
    @JsonProperty("media") MEDIA,
    @JsonProperty("company") COMPANY,
    @JsonProperty("person") PERSON,
    @JsonProperty("group") GROUP,
    @JsonProperty("population") POPULATION
}
