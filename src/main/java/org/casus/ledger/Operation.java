package org.casus.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The operation of a revision on its resource. */
public enum Operation {
    @JsonProperty("create") CREATE,
    @JsonProperty("update") UPDATE,
    @JsonProperty("delete") DELETE
}
