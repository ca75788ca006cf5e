package org.casus.imports.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says what it means that a file lacks a row that an earlier file had. */
@Schema(name = "Mode")
public enum ImportMode {
    /** The file is the whole of the dataset, or of a part of it: what it does not have is deleted. */
    @JsonProperty("release") RELEASE,
    /** The file adds and changes; what it does not have stays. */
    @JsonProperty("append") APPEND
}
