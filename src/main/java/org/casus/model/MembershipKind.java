package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of a relation from one actor to another. */
public enum MembershipKind {
    /** The only kind that filters follow to descendants. */
    @JsonProperty("partOf") PART_OF,
    @JsonProperty("memberOf") MEMBER_OF,
    @JsonProperty("headOf") HEAD_OF,
    @JsonProperty("successorOf") SUCCESSOR_OF
}
