package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How one actor stands to another. */
public enum MembershipKind {
    /** The only one that filters descend. */
    @JsonProperty("partOf") PART_OF,
    @JsonProperty("memberOf") MEMBER_OF,
    @JsonProperty("headOf") HEAD_OF,
    @JsonProperty("successorOf") SUCCESSOR_OF
}
