package org.casus.imports.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The mode of an import: whether events that the file lacks are deleted. */
@Schema(name = "Mode")
public enum ImportMode {
    /** The file covers the whole dataset or the whole of its scope: events that it lacks are deleted. */
    @JsonProperty("release") RELEASE,
    /** The file adds and changes events; events that it lacks stay. */
    @JsonProperty("append") APPEND
}
