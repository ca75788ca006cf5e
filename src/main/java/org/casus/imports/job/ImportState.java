package org.casus.imports.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The state of an import. */
public enum ImportState {
    @JsonProperty("waiting") WAITING,
    @JsonProperty("running") RUNNING,
    @JsonProperty("done") DONE,
    /** The file does not have the expected format, or a newer release began before it was loaded; nothing was stored. */
    @JsonProperty("refused") REFUSED,
    /** The import was given up after it had failed repeatedly at the same position; what was loaded until then stays. */
    @JsonProperty("failed") FAILED,
    /** A client cancelled the import, or a newer release superseded it; what was loaded until then stays. */
    @JsonProperty("cancelled") CANCELLED;

    /** Returns whether an import in this state has ended. */
    public boolean ended() {
        return this != WAITING && this != RUNNING;
    }
}
