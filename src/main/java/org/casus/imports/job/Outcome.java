package org.casus.imports.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The outcome of a row, or of an event that a release no longer contains. */
public enum Outcome {
    @JsonProperty("created") CREATED,
    @JsonProperty("updated") UPDATED,
    @JsonProperty("unchanged") UNCHANGED,
    /** The row was loaded although it breaks a rule. */
    @JsonProperty("flagged") FLAGGED,
    @JsonProperty("refused") REFUSED,
    /** The release no longer contains the event, and it was deleted. */
    @JsonProperty("deleted") DELETED,
    /** The release no longer contains the event, but it stays because other resources refer to it. */
    @JsonProperty("kept") KEPT
}
