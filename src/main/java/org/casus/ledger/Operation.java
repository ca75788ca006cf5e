package org.casus.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a revision did to its resource. */
public enum Operation {
    @JsonProperty("create") CREATE,
    @JsonProperty("update") UPDATE,
    @JsonProperty("delete") DELETE
}
