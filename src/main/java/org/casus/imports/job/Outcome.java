package org.casus.imports.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The outcome of a row, or of an event that a release no longer has. */
public enum Outcome {
    @JsonProperty("created") CREATED,
    @JsonProperty("updated") UPDATED,
    @JsonProperty("unchanged") UNCHANGED,
    /** Loaded, though it breaks a rule. */
    @JsonProperty("flagged") FLAGGED,
    @JsonProperty("refused") REFUSED,
    /** Gone from the release, and deleted. */
    @JsonProperty("deleted") DELETED,
    /** Gone from the release, and still there because others refer to it. */
    @JsonProperty("kept") KEPT
}
