package org.casus.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The operation that a revision performed on its resource. */
public enum Operation {
    @JsonProperty("create") CREATE,
    @JsonProperty("update") UPDATE,
    @JsonProperty("delete") DELETE
}
