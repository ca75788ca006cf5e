package org.casus.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of a source, for example an article or a report. */
public enum SourceKind {
    @JsonProperty("article") ARTICLE,
    @JsonProperty("report") REPORT,
    @JsonProperty("transcript") TRANSCRIPT,
    @JsonProperty("broadcast") BROADCAST,
    @JsonProperty("press-release") PRESS_RELEASE,
    @JsonProperty("dataset") DATASET,
    @JsonProperty("book") BOOK,
    @JsonProperty("post") POST,
    @JsonProperty("other") OTHER
}
