package org.casus.imports.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an import is. */
public enum ImportState {
    @JsonProperty("waiting") WAITING,
    @JsonProperty("running") RUNNING,
    @JsonProperty("done") DONE,
    /** The file is not what it was said to be, or a newer release has begun before it; nothing of it was stored. */
    @JsonProperty("refused") REFUSED,
    /** Given up after it broke again and again at one place; what was loaded until then stays. */
    @JsonProperty("failed") FAILED,
    /** Ended at a client's wish, or overtaken by a newer release; what was loaded until then stays. */
    @JsonProperty("cancelled") CANCELLED;

    /** Returns whether an import in this state has ended. */
    public boolean ended() {
        return this != WAITING && this != RUNNING;
    }
}
