package org.casus.model.code;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A taxonomy that events may be coded in beside our own. */
public enum Scheme {
    @JsonProperty("cameo") CAMEO,
    @JsonProperty("plover") PLOVER,
    @JsonProperty("acled") ACLED,
    @JsonProperty("ucdp") UCDP
}
